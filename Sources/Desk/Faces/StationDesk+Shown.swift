// SPDX-License-Identifier: Apache-2.0

import Casework
import Faces

extension StationDesk {
    /// The probe of a confirmed match as its station, or whoever put the still in, is shown it: from memory, else, while
    /// nobody has recorded what happened, as it is kept.
    func shownProbe(_ face: ConfirmedFace) async throws -> Reply.Body? {
        if let picture = confirmedProbe(face.id) { return .asset(picture.bitmap, type: "image/bmp") }
        guard face.act == nil, let kept = try await keptProbe(face.id) else { return nil }
        return .asset(kept, type: "image/jpeg")
    }
}
