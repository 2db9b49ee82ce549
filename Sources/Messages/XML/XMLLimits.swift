// SPDX-License-Identifier: Apache-2.0

/// How much of a document the XML reader takes; one that asks for more is set aside whole.
///
/// Real PNRGOV documents have about ten levels, thirty attributes an element and some kilobytes a booking.
struct XMLLimits {
    var documentBytes = 32 << 20
    var depth = 64
    var elements = 500_000
    var attributesPerElement = 128
    var nameBytes = 128
    /// One attribute's value, or one stretch of text.
    var valueBytes = 1 << 20

    static let standard = XMLLimits()
}

/// Why a document is not read: it asks for what we never do, or for more than anybody needs.
enum XMLRefusal: Error, Hashable {
    case documentType
    case entity
    case characterReference
    case encoding
    case tooLong
    case tooDeep
    case tooManyElements
    case tooManyAttributes
    case nameTooLong
    case valueTooLong

    /// What is said of the document, without anything out of it.
    var reason: String {
        switch self {
        case .documentType: "XML with a DOCTYPE: declarations and entities are never read"
        case .entity: "XML with an entity that is none of the five predefined"
        case .characterReference: "XML with a reference to no character"
        case .encoding: "XML in an encoding that is none of UTF-8, UTF-16, ISO-8859-1, US-ASCII"
        case .tooLong: "XML document above the limit of bytes"
        case .tooDeep: "XML with elements above the limit of depth"
        case .tooManyElements: "XML with more elements than the limit"
        case .tooManyAttributes: "XML with an element of more attributes than the limit"
        case .nameTooLong: "XML with a name above the limit of length"
        case .valueTooLong: "XML with a value above the limit of length"
        }
    }
}
