// SPDX-License-Identifier: Apache-2.0

/// Names the kind of record that a face review is: `RecordID<ReviewedFace>` stands for a review in the log and on pages.
public enum ReviewedFace: Sendable {}
