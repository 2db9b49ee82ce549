// SPDX-License-Identifier: Apache-2.0

/// Form.swift beside this file is the desk's own, linked here so that the web server need not be built for fuzzing.
/// The first line of the input is the content type, the rest the body.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzForm(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let head = bytes.prefix { $0 != 10 }
    let body = Array(bytes.dropFirst(head.count + 1))
    let form = Form(body: body, contentType: String(decoding: head, as: UTF8.self))
    for name in ["a", "file", "message", ""] {
        precondition((form[name]?.unicodeScalars.count ?? 0) <= body.count, "a value longer than its body")
        precondition((form.file(name)?.count ?? 0) <= body.count, "a file longer than its body")
        precondition(form.all(name).count <= Form.fieldLimit, "more values than the limit")
    }
    return 0
}
