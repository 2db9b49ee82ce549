// SPDX-License-Identifier: Apache-2.0

/// All routes of the desk.
enum DeskRoutes {
    static func all(
        board: BoardRoutes, readers: ReaderCounter, faces: FaceLines, signIn: SignInDesk, metrics: MetricRoutes
    ) -> [RouteDeclaration] {
        OpenRoutes.routes + SignInRoutes(desk: signIn).routes + PurposeRoutes.routes + board.routes
            + VoyageRoutes.routes
            + TravellerRoutes.routes + SourceRoutes.routes + HitRoutes.routes + SearchRoutes.routes
            + QualityRoutes.routes + TrialRoutes.routes + LetterRoutes.routes + CarrierRoutes.routes
            + QuarantineRoutes.routes + FeedRoutes.routes + TableRoutes.routes
            + WatchlistRoutes.routes + HandoverRoutes.routes + DecisionRoutes.routes
            + AuditRoutes.routes + ReadAlarmRoutes.routes + AccountRoutes(desk: signIn).routes + DocumentRoutes.routes
            + LookUpRoutes(readers: readers).routes + ReaderRoutes(readers: readers).routes
            + IdentityRoutes.routes + PersonRoutes.routes + HoldRoutes.routes
            + RevealRoutes.routes + StationRoutes(lines: faces).routes + FaceReviewRoutes(lines: faces).routes
            + VisitorRoutes.routes + GalleryRoutes.routes + ProbeRoutes.routes + FaceFigureRoutes.routes
            + StillRoutes(lines: faces).routes
            + ManifestRoutes(shelf: DraftShelf()).routes + HelpRoutes.routes
            + StatusRoutes.routes + MessageRoutes.routes + metrics.routes
    }
}
