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
        /// The place of the one appended last.
        var last: UnsafeMutablePointer<Element>
        /// How many values there are from `storage` on; `values` itself may not know yet.
        var length = 0
        var capacity = 0
        /// The array lent to the message at hand, held here too, so that the values behind those in use stay where they
        /// are, unseen; and where they lie.
        var lent: [Element] = []
        var lentStorage: UnsafeMutablePointer<Element>?
        var lentCount = 0
        var lentLength = 0
        /// A place for no values.
        let blank: UnsafeMutablePointer<Element>
        let isLengthKnown = ArrayLength.isKnown
    }

    private let header: UnsafeMutablePointer<Header>

    init() {
        header = .allocate(capacity: 1)
        let blank = UnsafeMutablePointer<Element>.allocate(capacity: 1)
        blank.initialize(to: Element())
        header.initialize(to: Header(storage: blank, last: blank - 1, blank: blank))
    }

    /// Frees the buffer; no copy of the handle may be used any more.
    func free() {
        settle()
        recall()
        let blank = header.pointee.blank
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
        removeAll()
        locate()
    }

    /// Adds a value without content.
    @inline(__always)
    func append() {
        if header.pointee.count == header.pointee.length { lengthen() }
        header.pointee.last += 1
        header.pointee.last.pointee.reset()
        header.pointee.count &+= 1
    }

    @inline(never)
    private func lengthen() {
        let length = header.pointee.length
        if length < header.pointee.capacity {
            (header.pointee.storage + length).initialize(to: Element())
            header.pointee.length = length &+ 1
        } else {
            settle()
            header.pointee.values.append(Element())
            locate()
        }
    }

    /// Tells the array its length.
    private func settle() {
        if header.pointee.isLengthKnown, header.pointee.capacity > 0 {
            ArrayLength.set(header.pointee.storage, to: header.pointee.length)
        }
    }

    /// Finds the values; an array that somebody else holds too is copied by this.
    private func locate() {
        let blank = header.pointee.blank
        header.pointee.storage = header.pointee.values.withUnsafeMutableBufferPointer { $0.baseAddress ?? blank }
        header.pointee.last = header.pointee.storage + (header.pointee.count &- 1)
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
    @inline(__always) var lastMutableAddress: UnsafeMutablePointer<Element> { header.pointee.last }

    /// Hands out the values in use.
    @inline(__always)
    func take() -> [Element] {
        if header.pointee.length > header.pointee.count { putAside() }
        settle()
        var values: [Element] = []
        swap(&values, &header.pointee.values)
        leave()
        return values
    }

    /// Lends the values in use to the message at hand. Those behind them stay where they are, unseen, until the array is
    /// reclaimed or the next one lent.
    func lend() -> [Element] {
        recall()
        guard header.pointee.isLengthKnown, header.pointee.capacity > 0 else { return take() }
        header.pointee.lentStorage = header.pointee.storage
        header.pointee.lentLength = header.pointee.length
        header.pointee.lentCount = header.pointee.count
        ArrayLength.set(header.pointee.storage, to: header.pointee.count)
        swap(&header.pointee.lent, &header.pointee.values)
        leave()
        return header.pointee.lent
    }

    private func leave() {
        header.pointee.storage = header.pointee.blank
        header.pointee.last = header.pointee.blank - 1
        header.pointee.count = 0
        header.pointee.length = 0
        header.pointee.capacity = 0
    }

    /// Takes back what was lent to a message that is no longer wanted, unless somebody else holds it too.
    func reclaim(_ values: inout [Element]) {
        guard let storage = header.pointee.lentStorage else { return }
        values = []
        guard isKnownUnique(&header.pointee.lent) else { return recall() }
        ArrayLength.set(storage, to: header.pointee.lentLength)
        header.pointee.lentStorage = nil
        var lent: [Element] = []
        swap(&lent, &header.pointee.lent)
        begin(in: &lent)
    }

    /// Gives up the unseen values of the array that was lent, which others may go on holding.
    private func recall() {
        guard let storage = header.pointee.lentStorage else { return }
        discard(storage, header.pointee.lentCount..<header.pointee.lentLength)
        header.pointee.lentStorage = nil
        header.pointee.lent = []
    }

    /// Gives up the values not in use.
    @inline(never)
    private func putAside() {
        let count = header.pointee.count
        if header.pointee.isLengthKnown {
            discard(header.pointee.storage, count..<header.pointee.length)
        } else {
            header.pointee.values.removeLast(header.pointee.length &- count)
        }
        header.pointee.length = count
        settle()
    }

    /// Reset first: what holds nothing is given up without a call.
    private func discard(_ storage: UnsafeMutablePointer<Element>, _ places: Range<Int>) {
        for place in places {
            storage[place].reset()
            (storage + place).deinitialize(count: 1)
        }
    }

    func removeAll() {
        header.pointee.count = 0
        header.pointee.last = header.pointee.storage - 1
    }

    func removeLast() {
        header.pointee.count &-= 1
        header.pointee.last -= 1
    }
}

/// Whether nobody else holds an array, also an empty one.
@inline(__always)
func isKnownUnique<Element>(_ values: inout [Element]) -> Bool {
    withUnsafeMutablePointer(to: &values) {
        $0.withMemoryRebound(to: AnyObject.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
    }
}
