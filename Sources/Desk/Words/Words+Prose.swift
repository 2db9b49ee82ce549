// SPDX-License-Identifier: Apache-2.0

import Wording

extension Words {
    /// A page's own prose: both wordings stand side by side, so that neither can be forgotten.
    func callAsFunction(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// The first letter raised, for labels that begin a line.
    func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
