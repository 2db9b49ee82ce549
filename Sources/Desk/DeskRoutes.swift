// SPDX-License-Identifier: Apache-2.0

/// All routes of the desk.
enum DeskRoutes {
    static func all(board: BoardRoutes, signIn: SignInDesk) -> [RouteDeclaration] {
        OpenRoutes.routes + SignInRoutes(desk: signIn).routes + PurposeRoutes.routes + board.routes
    }
}
