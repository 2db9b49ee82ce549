// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// Opens a voyage for people to read: its sealed messages, decoded and assembled.
public struct VoyageReader: Sendable {
    private let store: any ScreeningStore
    private let assembler: VoyageAssembler
    private let decode: @Sendable (StoredMessage) -> ReceivedMessage

    public init(
        store: any ScreeningStore, assembler: VoyageAssembler,
        decode: @escaping @Sendable (StoredMessage) -> ReceivedMessage
    ) {
        self.store = store
        self.assembler = assembler
        self.decode = decode
    }

    /// The voyage with its travellers, or nil when no message of it is stored.
    public func voyage(_ id: RecordID<Voyage>) async throws -> Voyage? {
        guard let known = try await store.knowledge(of: [id], held: []).first else { return nil }
        let messages = known.messages.map { DecodedMessage($0, decode: decode) }
        return assembler.assemble(id, from: messages)
    }
}
