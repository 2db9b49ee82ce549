// SPDX-License-Identifier: Apache-2.0

import Casework
import Identity

/// A registry's service that answers as a test says, and remembers what it was asked, in order.
actor ScriptedRegistry: RegistryAsking {
    private(set) var asked: [RegistryQuestion] = []
    private var script: @Sendable (RegistryQuestion, Int) -> RegistryOutcome
    private(set) var askedFaces: [RegistryFaceQuestion] = []
    private var faces: @Sendable (RegistryFaceQuestion) -> RegistryFaceOutcome = { _ in .failed(.unreachable) }

    init(_ script: @escaping @Sendable (RegistryQuestion, Int) -> RegistryOutcome) { self.script = script }

    func set(_ script: @escaping @Sendable (RegistryQuestion, Int) -> RegistryOutcome) { self.script = script }

    func ask(_ question: RegistryQuestion) async -> RegistryOutcome {
        asked.append(question)
        return script(question, asked.count)
    }

    func answer(faces: @escaping @Sendable (RegistryFaceQuestion) -> RegistryFaceOutcome) { self.faces = faces }

    func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome {
        askedFaces.append(question)
        return faces(question)
    }

    static let agrees = RegistryFinding.compared([.name: .alike(100), .birthDate: .agrees], record: nil)
    static let differs = RegistryFinding.compared([.name: .alike(10), .birthDate: .differs], record: nil)
}
