// SPDX-License-Identifier: Apache-2.0

/// Builds the values of an array where they lie, which an array's getter does not allow, in memory that is kept from
/// message to message.
///
/// A handle without reference counting; the cursor that makes the buffer frees it. Behind the values in use lie those
/// of earlier messages, which are reset when their turn comes, so that the memory of their own arrays serves again.
struct SlotBuffer<Element: Recyclable> {
    private struct Header {
        /// The values in use and old ones behind them; nobody else holds this array.
        var values: [Element] = []
        /// Where `values` begin. They are touched only through this place until the array is taken.
        var storage: UnsafeMutablePointer<Element>
        var count = 0
        /// The length of `values`.
        var length = 0
        /// Old values for longer arrays.
        var spare: [Element] = []
        /// A place for no values.
        let blank: UnsafeMutablePointer<Element>
    }

    private let header: UnsafeMutablePointer<Header>

    init() {
        header = .allocate(capacity: 1)
        let blank = UnsafeMutablePointer<Element>.allocate(capacity: 1)
        blank.initialize(to: Element())
        header.initialize(to: Header(storage: blank, blank: blank))
    }

    /// Frees the buffer; no copy of the handle may be used any more.
    func free() {
        let blank = header.pointee.blank
        header.deinitialize(count: 1)
        header.deallocate()
        blank.deinitialize(count: 1)
        blank.deallocate()
    }

    @inline(__always) var count: Int { header.pointee.count }

    /// Begins anew in the memory of an array that is no longer wanted.
    func begin(in old: inout [Element]) {
        swap(&header.pointee.values, &old)
        header.pointee.count = 0
        locate()
    }

    /// Adds a value without content.
    @inline(__always)
    func append() {
        if header.pointee.count == header.pointee.length { lengthen() }
        header.pointee.storage[header.pointee.count].reset()
        header.pointee.count &+= 1
    }

    @inline(never)
    private func lengthen() {
        if header.pointee.spare.isEmpty {
            header.pointee.values.append(Element())
        } else {
            header.pointee.values.append(header.pointee.spare.removeLast())
        }
        locate()
    }

    /// Finds the values; an array that somebody else holds too is copied by this.
    private func locate() {
        header.pointee.length = header.pointee.values.count
        let blank = header.pointee.blank
        header.pointee.storage = header.pointee.values.withUnsafeMutableBufferPointer { $0.baseAddress ?? blank }
    }

    subscript(_ index: Int) -> Element {
        @inline(__always) unsafeAddress { UnsafePointer(header.pointee.storage + index) }
        @inline(__always) nonmutating unsafeMutableAddress { header.pointee.storage + index }
    }

    /// The one appended last.
    var last: Element {
        @inline(__always) unsafeAddress { lastAddress }
        @inline(__always) nonmutating unsafeMutableAddress { lastMutableAddress }
    }

    @inline(__always) var lastAddress: UnsafePointer<Element> { UnsafePointer(lastMutableAddress) }
    @inline(__always) var lastMutableAddress: UnsafeMutablePointer<Element> {
        header.pointee.storage + (header.pointee.count &- 1)
    }

    /// Hands out the values in use.
    @inline(__always)
    func take() -> [Element] {
        while header.pointee.length > header.pointee.count { putAside() }
        var values: [Element] = []
        swap(&values, &header.pointee.values)
        header.pointee.storage = header.pointee.blank
        header.pointee.count = 0
        header.pointee.length = 0
        return values
    }

    @inline(never)
    private func putAside() {
        header.pointee.spare.append(header.pointee.values.removeLast())
        header.pointee.length &-= 1
    }

    /// Takes back what a message held, unless somebody else holds it too.
    func reclaim(_ values: inout [Element]) {
        guard !values.isEmpty else { return }
        let isOnly = withUnsafeMutablePointer(to: &values) {
            $0.withMemoryRebound(to: AnyObject.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
        }
        if isOnly { begin(in: &values) }
    }

    func removeAll() { header.pointee.count = 0 }
    func removeLast() { header.pointee.count &-= 1 }
}
