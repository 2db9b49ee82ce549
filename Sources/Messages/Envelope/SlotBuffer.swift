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
        /// How many values there are from `storage` on; `values` itself may not know yet.
        var length = 0
        var capacity = 0
        /// Old values for longer arrays.
        var spare: UnsafeMutablePointer<Element>
        var spareCount = 0
        var spareCapacity = 0
        /// A place for no values.
        let blank: UnsafeMutablePointer<Element>
        let isLengthKnown = ArrayLength.isKnown
    }

    private let header: UnsafeMutablePointer<Header>

    init() {
        header = .allocate(capacity: 1)
        let blank = UnsafeMutablePointer<Element>.allocate(capacity: 1)
        blank.initialize(to: Element())
        header.initialize(to: Header(storage: blank, spare: .allocate(capacity: 0), blank: blank))
    }

    /// Frees the buffer; no copy of the handle may be used any more.
    func free() {
        settle()
        let blank = header.pointee.blank
        header.pointee.spare.deinitialize(count: header.pointee.spareCount)
        header.pointee.spare.deallocate()
        header.deinitialize(count: 1)
        header.deallocate()
        blank.deinitialize(count: 1)
        blank.deallocate()
    }

    @inline(__always) var count: Int { header.pointee.count }

    /// Begins anew in the memory of an array that is no longer wanted.
    func begin(in old: inout [Element]) {
        settle()
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
        let length = header.pointee.length
        if length < header.pointee.capacity {
            let place = header.pointee.storage + length
            if header.pointee.spareCount > 0 {
                header.pointee.spareCount &-= 1
                place.moveInitialize(from: header.pointee.spare + header.pointee.spareCount, count: 1)
            } else {
                place.initialize(to: Element())
            }
            header.pointee.length = length &+ 1
        } else {
            settle()
            header.pointee.values.append(Element())
            locate()
        }
    }

    /// Tells the array its length.
    private func settle() {
        if header.pointee.isLengthKnown, header.pointee.length > 0 {
            ArrayLength.set(header.pointee.storage, to: header.pointee.length)
        }
    }

    /// Finds the values; an array that somebody else holds too is copied by this.
    private func locate() {
        let blank = header.pointee.blank
        header.pointee.storage = header.pointee.values.withUnsafeMutableBufferPointer { $0.baseAddress ?? blank }
        header.pointee.length = header.pointee.values.count
        // An array without elements has no place yet that could be told.
        let isRoomKnown = header.pointee.isLengthKnown && header.pointee.length > 0
        header.pointee.capacity = isRoomKnown ? header.pointee.values.capacity : header.pointee.length
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
        if header.pointee.length > header.pointee.count { putAside() }
        settle()
        var values: [Element] = []
        swap(&values, &header.pointee.values)
        header.pointee.storage = header.pointee.blank
        header.pointee.count = 0
        header.pointee.length = 0
        header.pointee.capacity = 0
        return values
    }

    /// Moves the values not in use out of the array.
    @inline(never)
    private func putAside() {
        let count = header.pointee.count
        guard header.pointee.isLengthKnown else {
            header.pointee.values.removeLast(header.pointee.length &- count)
            header.pointee.length = count
            return
        }
        let left = header.pointee.length &- count
        makeRoom(for: left)
        (header.pointee.spare + header.pointee.spareCount).moveInitialize(
            from: header.pointee.storage + count, count: left)
        header.pointee.spareCount &+= left
        ArrayLength.set(header.pointee.storage, to: count)
        header.pointee.length = count
    }

    private func makeRoom(for more: Int) {
        let needed = header.pointee.spareCount &+ more
        guard needed > header.pointee.spareCapacity else { return }
        let roomier = UnsafeMutablePointer<Element>.allocate(capacity: needed &* 2)
        roomier.moveInitialize(from: header.pointee.spare, count: header.pointee.spareCount)
        header.pointee.spare.deallocate()
        header.pointee.spare = roomier
        header.pointee.spareCapacity = needed &* 2
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
