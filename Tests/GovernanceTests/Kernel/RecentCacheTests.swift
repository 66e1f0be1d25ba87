import Testing

@testable import Governance

@Suite("What was asked lately is kept")
struct RecentCacheTests {
  @Test("What is asked again and again stays, however much is asked only once in between")
  func hotStays() {
    var cache = RecentCache<Int, String>(most: 100)
    cache.keep("always", -1)
    for number in 0..<10_000 {
      #expect(cache.value(-1) == "always")
      cache.keep("once", number)
    }
    #expect(cache.value(0) == nil)
    #expect(cache.value(9_999) == "once")
  }

  @Test("No more is kept than was said, also of what grew where it is", arguments: [1, 3, 40])
  func weight(_ each: Int) {
    let most = 200
    var cache = RecentCache<Int, [Int]>(most: most)
    for number in 0..<1_000 {
      cache.keep(Array(repeating: number, count: each), number, weight: each)
      cache.change(number, adding: 1) { $0.append(-1) }
    }
    // Asking moves what is found, so each is asked of a copy.
    let kept = (0..<1_000).reduce(0) { sum, number in
      var copy = cache
      return sum + (copy.value(number)?.count ?? 0)
    }
    #expect(kept > 0)
    // The list that fills a generation may pass its half.
    #expect(kept <= most + 2 * (each + 1))
  }

  @Test("What is forgotten is gone from both generations, and a changed value is the one that is found")
  func forgetAndChange() {
    var cache = RecentCache<Int, [Int]>(most: 4)
    for number in 0..<4 { cache.keep([number], number) }
    cache.change(0, adding: 0) { $0.append(9) }
    cache.change(3, adding: 0) { $0.append(9) }
    cache.change(7, adding: 0) { $0.append(9) }
    #expect(cache.value(3) == [3, 9])
    #expect(cache.value(7) == nil)
    cache.forget(3)
    #expect(cache.value(3) == nil)
    cache.forget(0)
    #expect(cache.value(0) == nil)
  }
}
