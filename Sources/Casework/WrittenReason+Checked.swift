// SPDX-License-Identifier: Apache-2.0

internal import Mandate

extension WrittenReason {
    /// The words of a reason.
    ///
    /// - Throws: ``CaseworkError/reasonRequired`` where it is none.
    static func checked(_ reason: String?, least: Int = WrittenReason.shortest) throws(CaseworkError) -> String {
        guard let reason = WrittenReason(reason, least: least) else { throw .reasonRequired }
        return reason.text
    }
}
