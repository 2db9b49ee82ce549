// SPDX-License-Identifier: Apache-2.0

/// Values of the message being read, in memory that is kept from message to message.
///
/// A handle without reference counting: values are changed where they lie, which an array's getter does not allow. The
/// cursor that makes the buffer frees it.
struct SlotBuffer<Element> {
    private struct Header {
        var storage: UnsafeMutablePointer<Element>
        var count: Int
        var capacity: Int
        /// One without any value, whose bytes begin every other.
        let blank: UnsafeMutablePointer<Element>
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
        header.deallocate()
    }

    @inline(__always) var count: Int { header.pointee.count }

    @inline(__always)
    func append() {
        if header.pointee.count == header.pointee.capacity { grow() }
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
        let count = header.pointee.count
        guard count > 0 else { return [] }
        header.pointee.count = 0
        return Array(unsafeUninitializedCapacity: count) { out, initialized in
            out.baseAddress?.moveInitialize(from: header.pointee.storage, count: count)
            initialized = count
        }
    }

    func removeAll() {
        header.pointee.storage.deinitialize(count: header.pointee.count)
        header.pointee.count = 0
    }
}
