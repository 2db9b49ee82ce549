// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// The travellers of the message being read, in memory that is kept from message to message.
///
/// A handle without reference counting: values are changed where they lie, which an array's getter does not allow. The
/// cursor that makes the buffer frees it.
struct TravellerBuffer {
    private struct Header {
        var storage: UnsafeMutablePointer<ReceivedTraveller>
        var count: Int
        var capacity: Int
        /// A traveller without any value, whose bytes begin every other.
        let blank: UnsafeMutablePointer<ReceivedTraveller>
    }

    private let header: UnsafeMutablePointer<Header>

    init() {
        header = .allocate(capacity: 1)
        let blank = UnsafeMutablePointer<ReceivedTraveller>.allocate(capacity: 1)
        blank.initialize(to: ReceivedTraveller())
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
    func append(_ role: TravellerRole) {
        if header.pointee.count == header.pointee.capacity { grow() }
        // Nils and empty arrays are not counted, so their bytes may be copied; the initialiser takes ten times as long.
        let place = header.pointee.storage + header.pointee.count
        UnsafeMutableRawPointer(place).copyMemory(
            from: header.pointee.blank, byteCount: MemoryLayout<ReceivedTraveller>.size)
        place.pointee.role = role
        header.pointee.count &+= 1
    }

    private func grow() {
        let larger = UnsafeMutablePointer<ReceivedTraveller>.allocate(capacity: header.pointee.capacity * 2)
        larger.moveInitialize(from: header.pointee.storage, count: header.pointee.count)
        header.pointee.storage.deallocate()
        header.pointee.storage = larger
        header.pointee.capacity *= 2
    }

    subscript(_ index: Int) -> ReceivedTraveller {
        @inline(__always) unsafeAddress { UnsafePointer(header.pointee.storage + index) }
        @inline(__always) nonmutating unsafeMutableAddress { header.pointee.storage + index }
    }

    /// The one appended last.
    var last: ReceivedTraveller {
        @inline(__always) unsafeAddress { UnsafePointer(header.pointee.storage + (header.pointee.count &- 1)) }
        @inline(__always) nonmutating unsafeMutableAddress { header.pointee.storage + (header.pointee.count &- 1) }
    }

    /// Moves all travellers out.
    func take() -> [ReceivedTraveller] {
        let count = header.pointee.count
        guard count > 0 else { return [] }
        header.pointee.count = 0
        return Array(unsafeUninitializedCapacity: count) { out, initialized in
            out.baseAddress?.moveInitialize(from: header.pointee.storage, count: count)
            initialized = count
        }
    }

    private func removeAll() {
        header.pointee.storage.deinitialize(count: header.pointee.count)
        header.pointee.count = 0
    }
}
