// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// An element of lists that are emptied for every traveller: given up without a call, as long as its texts are short.
protocol Discardable {
    /// Gives up the value at a place, which is no value any more.
    static func discard(_ place: UnsafeMutablePointer<Self>)
}

extension Array where Element: Discardable {
    /// Empties the array but keeps its memory, unless somebody else holds it.
    @inline(__always)
    mutating func recycle() {
        if !isEmpty { recycleElements() }
    }

    @inline(never)
    private mutating func recycleElements() {
        guard isKnownUnique(&self) else {
            self = []
            return
        }
        guard ArrayLength.isKnown else { return removeAll(keepingCapacity: true) }
        withUnsafeMutableBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            for index in 0..<elements.count { Element.discard(base + index) }
            ArrayLength.set(base, to: 0)
        }
    }
}

extension Array where Element == Int {
    /// Empties the array but keeps its memory.
    @inline(__always)
    mutating func recycle() {
        if !isEmpty { removeAll(keepingCapacity: true) }
    }
}

extension String: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<String>) {
        if !SmallText.isHeldInside(place) { place.deinitialize(count: 1) }
    }
}

extension String? {
    @inline(__always)
    fileprivate mutating func discard() {
        withUnsafeMutablePointer(to: &self) { place in
            if !SmallText.isHeldInside(place) { place.deinitialize(count: 1) }
        }
    }
}

extension String {
    @inline(__always)
    fileprivate mutating func discard() { withUnsafeMutablePointer(to: &self, String.discard) }
}

extension ReceivedSeat: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<ReceivedSeat>) {
        place.pointee.number.discard()
        place.pointee.from.discard()
        place.pointee.to.discard()
    }
}

extension ReceivedBagPiece: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<ReceivedBagPiece>) {
        place.pointee.tag.discard()
        place.pointee.airline.discard()
        place.pointee.destination.discard()
    }
}

extension ReceivedContact: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<ReceivedContact>) { place.pointee.value.discard() }
}

extension ReceivedPayment: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<ReceivedPayment>) {
        place.pointee.form.discard()
        place.pointee.number.discard()
        place.pointee.token.discard()
        place.pointee.amount.discard()
        place.pointee.currency.discard()
    }
}

extension ReceivedDocument: Discardable {
    @inline(__always)
    static func discard(_ place: UnsafeMutablePointer<ReceivedDocument>) {
        place.pointee.type.discard()
        place.pointee.number.discard()
        place.pointee.issuer.discard()
        place.pointee.placeOfIssue.discard()
    }
}
