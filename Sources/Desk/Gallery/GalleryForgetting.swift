// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil

/// Pictures that are to be destroyed, and why.
struct GalleryForgetting {
    /// Stands for all pictures of the entry.
    static let every = "semua"

    /// Nil for all.
    let only: RecordID<FaceEnrolment>?
    let reason: FaceForgettingReason
}
