// SPDX-License-Identifier: Apache-2.0

/// Values of the message being read, in memory that is kept from message to message.
///
/// A handle without reference counting: values are changed where they lie, which an array's getter does not allow. The
/// cursor that makes the buffer frees it.
struct SlotBuffer<Element: Recyclable> {
    private struct Header {
        var storage: UnsafeMutablePointer<Element>
        var count: Int
        var capacity: Int
        /// One without any value, whose bytes begin every other.
        let blank: UnsafeMutablePointer<Element>
        /// Those of a message that nobody holds any more; their memory serves again.
        var spare: [Element] = []
        /// The emptied array of that message.
        var shell: [Element] = []
    }

    private let header: UnsafeMutablePointer<Header>

    /// - Parameter blank: holds nothing that is counted: nils, empty texts and arrays.
    init(blank value: Element) {
        header = .allocate(capacity: 1)
        let blank = UnsafeMutablePointer<Element>.allocate(capacity: 1)
        blank.initialize(to: value)
        header.initialize(to: Header(storage: .allocate(capacity: 64), count: 0, capacity: 64, blank: blank))
    }

    /// Frees the buffer; no copy of the handle may be used any more.
    func free() {
        removeAll()
        header.pointee.storage.deallocate()
        header.pointee.blank.deinitialize(count: 1)
        header.pointee.blank.deallocate()
        header.deinitialize(count: 1)
        header.deallocate()
    }

    @inline(__always) var count: Int { header.pointee.count }

    @inline(__always)
    func append() {
        if header.pointee.count == header.pointee.capacity { grow() }
        if !header.pointee.spare.isEmpty {
            let place = header.pointee.storage + header.pointee.count
            place.initialize(to: header.pointee.spare.removeLast())
            place.pointee.reset()
            header.pointee.count &+= 1
            return
        }
        // Nils and empty arrays are not counted, so their bytes may be copied; the initialiser takes ten times as long.
        let place = header.pointee.storage + header.pointee.count
        UnsafeMutableRawPointer(place).copyMemory(
            from: header.pointee.blank, byteCount: MemoryLayout<Element>.size)
        header.pointee.count &+= 1
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: header.pointee.capacity * 2)
        larger.moveInitialize(from: header.pointee.storage, count: header.pointee.count)
        header.pointee.storage.deallocate()
        header.pointee.storage = larger
        header.pointee.capacity *= 2
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

    /// Moves all out.
    func take() -> [Element] {
        var values: [Element] = []
        swap(&values, &header.pointee.shell)
        take(into: &values)
        return values
    }

    /// Moves all to the end of an array, whose memory serves again.
    @inline(__always)
    func take(into array: inout [Element]) {
        let count = header.pointee.count
        array.reserveCapacity(array.count + count)
        for index in 0..<count { array.append((header.pointee.storage + index).move()) }
        header.pointee.count = 0
    }

    /// Takes back what a message held, unless somebody else holds it too.
    func reclaim(_ values: inout [Element]) {
        guard !values.isEmpty else { return }
        let isOnly = withUnsafeMutablePointer(to: &values) {
            $0.withMemoryRebound(to: AnyObject.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
        }
        guard isOnly else { return }
        while let value = values.popLast() { header.pointee.spare.append(value) }
        swap(&header.pointee.shell, &values)
    }

    func removeAll() {
        header.pointee.storage.deinitialize(count: header.pointee.count)
        header.pointee.count = 0
    }
}
