// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Mandate
import Safeguards
import Screening

/// Why a request was not answered with what it asked for. No case carries personal data.
enum DeskError: Error {
    /// Nobody is signed in.
    case notSignedIn
    /// The policy said no; recorded as a refusal.
    case refused(PolicyAction, PolicyRefusal)
    /// The form or its page is not ours, or too old.
    case forged
    /// There is no such page or record.
    case notFound
    /// There was such a record; its data were forgotten by the retention schedule.
    case forgotten
    case badRequest(field: String)
    case tooLarge(limitBytes: Int)
    /// The body did not come in time.
    case timedOut
    case tooMany(retryAfterSeconds: Int)
    /// Too much is under way.
    case full
    /// A service refused the act for a reason that the officer can mend.
    case casework(CaseworkError)
    case safeguards(SafeguardsError)
    /// A station or a review does not take it; the text says what to do.
    case station(StationRefusal)
    /// The record of the access could not be written, or the store is away: nothing leaves (R32).
    case unavailable

    /// The status of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .notSignedIn: .unauthorized
        case .refused, .forged, .casework(.samePerson): .forbidden
        case .notFound, .casework(.unknown), .station(.unknown): .notFound
        case .station(.review(.ownStation)), .station(.review(.reviewsIt)): .forbidden
        case .station(.review), .station(.closed), .station(.noEngine), .station(.noGallery), .station(.uncalibrated):
            .conflict
        case .station(.busy): .tooManyRequests
        case .station(.badFrame), .station(.noFace), .station(.severalFaces), .station(.reasonRequired):
            .unprocessableContent
        case .station(.store), .station(.galleryFailed): .serviceUnavailable
        case .forgotten: .gone
        case .badRequest: .badRequest
        case .tooLarge: .contentTooLarge
        case .timedOut: .requestTimeout
        case .tooMany, .casework(.quotaUsed): .tooManyRequests
        case .casework(.notAllowed): .conflict
        case .casework(.store), .unavailable, .full: .serviceUnavailable
        case .casework, .safeguards: .unprocessableContent
        }
    }

    /// A stable word of a bounded set.
    var code: String {
        switch self {
        case .notSignedIn: "not-signed-in"
        case .refused(_, let why): why.rawValue
        case .forged: "forged-request"
        case .notFound: "not-found"
        case .forgotten: "forgotten"
        case .badRequest: "bad-request"
        case .tooLarge: "too-large"
        case .timedOut: "timed-out"
        case .full: "full"
        case .tooMany: "too-many-requests"
        case .casework(let error): error.code
        case .safeguards(let error): error.code
        case .station(let error): error.code
        case .unavailable: "unavailable"
        }
    }

    /// The one place that turns an error of any layer into one of the desk.
    init(_ error: any Error) {
        switch error {
        case let error as DeskError: self = error
        case let error as CaseworkError: self = .casework(error)
        case let error as SafeguardsError: self = .safeguards(error)
        case let error as StationRefusal: self = .station(error)
        case let error as StoreError: self = .casework(.store(error))
        default: self = .unavailable
        }
    }
}
