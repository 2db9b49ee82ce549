// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Metering
import Synchronization

/// Counts requests by the route that they met, never by their address: as many series as there are routes.
///
/// A class because all requests share it.
final class RequestMeter: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        /// First digit of the status.
        let statusClass: Int
    }

    /// In what no route knew, whatever its address.
    static let unknownRoute = "unknown"

    private struct State {
        var requests: [Key: Int] = [:]
        var times: [String: MetricHistogram] = [:]
    }

    private let state = Mutex(State())

    func note(method: HTTPRequest.Method, route: String, status: Int, took: Duration) {
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        let key = Key(
            method: route == Self.unknownRoute ? "-" : method.rawValue, route: route, statusClass: status / 100)
        state.withLock { state in
            state.requests[key, default: 0] += 1
            state.times[route, default: MetricHistogram(bounds: [0.05, 0.25, 1, 5])].observe(seconds)
        }
    }

    var families: [MetricFamily] {
        let held = state.withLock { $0 }
        var requests = MetricFamily(
            "cermat_http_requests_total", .counter, "Requests answered, by route and class of status.")
        for (key, count) in held.requests {
            requests.add(
                [
                    .init("method", key.method), .init("route", key.route), .init("status", "\(key.statusClass)xx"),
                ], Double(count))
        }
        var times = MetricFamily(
            "cermat_http_request_seconds", .histogram, "Time to the head of an answer, by route.")
        for (route, histogram) in held.times { times.add([.init("route", route)], histogram) }
        return [requests, times]
    }
}
