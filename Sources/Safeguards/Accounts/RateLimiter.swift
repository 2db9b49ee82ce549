// SPDX-License-Identifier: Apache-2.0

/// How often something may happen: a bucket of `burst` tokens that gains one every `refillMilliseconds`.
public struct RateLimit: Hashable, Sendable {
    public let burst: Int64
    public let refillMilliseconds: Int64

    /// Both at least 1.
    public init(burst: Int64, refillMilliseconds: Int64) {
        precondition(burst > 0 && refillMilliseconds > 0, "a rate limit allows something")
        self.burst = burst
        self.refillMilliseconds = refillMilliseconds
    }
}

/// What a limiter answered.
public enum RateVerdict: Hashable, Sendable {
    case admitted
    /// Not now; ask again after so long.
    case refused(retryAfterMilliseconds: Int64)
}

/// Token buckets by key: a pure state machine whose clock is an argument and whose memory is bounded.
///
/// Once `maximumKeys` keys are known and none has a full bucket, all further ones share one bucket: a flood of invented
/// keys slows strangers, and never frees a key that has spent its tokens.
public struct RateLimiter<Key: Hashable & Sendable>: Sendable {
    /// Milliseconds of credit, so that nothing is rounded; `full` credit is a full bucket.
    private struct Bucket: Sendable {
        var credit: Int64
        var atMilliseconds: Int64
    }

    /// Requests are counted in almost the order of their moments; a longer way back is a clock that was set.
    private static var setBackMilliseconds: Int64 { 60_000 }

    public let limit: RateLimit
    public let maximumKeys: Int
    private var buckets: [Key: Bucket] = [:]
    private var shared: Bucket?
    private var nextPurgeMilliseconds = Int64.min

    public init(_ limit: RateLimit, maximumKeys: Int = 10_000) {
        precondition(maximumKeys > 0, "a limiter knows at least one key")
        self.limit = limit
        self.maximumKeys = maximumKeys
    }

    /// The number of keys known now.
    public var keyCount: Int { buckets.count }

    /// Takes a token of the key, if there is one.
    ///
    /// - Complexity: O(1) expected; when full, O(`maximumKeys`) at most once every `refillMilliseconds`.
    public mutating func take(_ key: Key, atMilliseconds now: Int64) -> RateVerdict {
        if buckets[key] == nil && buckets.count >= maximumKeys { purge(now) }
        if let known = buckets[key] {
            let (bucket, verdict) = spend(known, now)
            buckets[key] = bucket
            return verdict
        }
        guard buckets.count < maximumKeys else {
            let (bucket, verdict) = spend(shared ?? fullBucket(now), now)
            shared = bucket
            return verdict
        }
        let (bucket, verdict) = spend(fullBucket(now), now)
        buckets[key] = bucket
        return verdict
    }

    /// Fills the key's bucket again, as after a right password.
    public mutating func forgive(_ key: Key) { buckets[key] = nil }

    private var fullCredit: Int64 { limit.burst * limit.refillMilliseconds }

    private func fullBucket(_ now: Int64) -> Bucket { Bucket(credit: fullCredit, atMilliseconds: now) }

    private func refilled(_ bucket: Bucket, _ now: Int64) -> Bucket {
        // A clock that goes back gives no credit; one that was set back far is followed, or nobody would get any for as long.
        let passed = max(0, now - bucket.atMilliseconds)
        let isSetBack = bucket.atMilliseconds - now > Self.setBackMilliseconds
        return Bucket(
            credit: min(fullCredit, bucket.credit + min(passed, fullCredit)),
            atMilliseconds: isSetBack ? now : max(now, bucket.atMilliseconds))
    }

    private func spend(_ bucket: Bucket, _ now: Int64) -> (Bucket, RateVerdict) {
        var bucket = refilled(bucket, now)
        guard bucket.credit >= limit.refillMilliseconds else {
            return (bucket, .refused(retryAfterMilliseconds: limit.refillMilliseconds - bucket.credit))
        }
        bucket.credit -= limit.refillMilliseconds
        return (bucket, .admitted)
    }

    private mutating func purge(_ now: Int64) {
        guard now >= nextPurgeMilliseconds || nextPurgeMilliseconds - now > limit.refillMilliseconds else { return }
        nextPurgeMilliseconds = now + limit.refillMilliseconds
        buckets = buckets.filter { refilled($0.value, now).credit < fullCredit }
    }
}
