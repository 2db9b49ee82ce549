// SPDX-License-Identifier: Apache-2.0

/// The characters that separate the parts of an EDIFACT message.
struct EdifactSyntax: Hashable, Sendable {
    var component = UInt8(ascii: ":")
    var element = UInt8(ascii: "+")
    var decimal = UInt8(ascii: ".")
    var release = UInt8(ascii: "?")
    var repetition = UInt8(ascii: " ")
    var terminator = UInt8(ascii: "'")
    /// Whether UNA announces them.
    var announces = true
    /// Whether a line break follows each terminator.
    var breaksLines = true

    static let standard = EdifactSyntax()

    /// Sets seen in the wild.
    static let unusual: [EdifactSyntax] = [
        EdifactSyntax(component: UInt8(ascii: "-"), element: UInt8(ascii: "+"), terminator: UInt8(ascii: "*")),
        EdifactSyntax(component: UInt8(ascii: ":"), element: UInt8(ascii: "*"), terminator: UInt8(ascii: "$")),
        EdifactSyntax(repetition: UInt8(ascii: "*"), terminator: UInt8(ascii: "'")),
        EdifactSyntax(
            component: UInt8(ascii: "("), element: UInt8(ascii: "."), decimal: UInt8(ascii: ","),
            release: UInt8(ascii: ")"), terminator: UInt8(ascii: "-")),
    ]
}
