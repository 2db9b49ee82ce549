// SPDX-License-Identifier: Apache-2.0

public import Civil

/// The photographs of the simulated service: pictures of invented people, one to one by their numbers.
public struct SimulatedPhotographs: Sendable {
    /// The largest picture that the service takes, in bytes: what public wrappers show.
    static let limitBytes = 500_000

    let photograph: @Sendable (NIK) -> [UInt8]?
    let compare: (@Sendable (_ sent: [UInt8], _ kept: [UInt8]) async -> Double?)?

    /// - Parameters:
    ///   - photograph: the JPEG of a resident; nil where there is none.
    ///   - compare: how alike two pictures are, in percent of the service's own measure; nil where the sent one shows no
    ///     face. Without it the service compares no faces, as where an agreement does not cover them.
    public init(
        photograph: @escaping @Sendable (NIK) -> [UInt8]?,
        compare: (@Sendable (_ sent: [UInt8], _ kept: [UInt8]) async -> Double?)? = nil
    ) {
        self.photograph = photograph
        self.compare = compare
    }

    /// No photographs at all.
    public static let none = SimulatedPhotographs(photograph: { _ in nil })
}
