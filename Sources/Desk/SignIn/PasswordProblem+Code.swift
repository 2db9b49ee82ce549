// SPDX-License-Identifier: Apache-2.0

import Safeguards

extension PasswordProblem {
    /// The word under which Wording knows it.
    var code: String {
        switch self {
        case .tooShort: "too-short"
        case .tooLong: "too-long"
        case .common: "common"
        case .tooRegular: "too-regular"
        case .containsLogin: "contains-login"
        }
    }
}
