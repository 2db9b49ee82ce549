// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import NIOCore

/// A request's context: Hummingbird's, and the address that it came from.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's address without its port; `local` where there is none, as in tests.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
