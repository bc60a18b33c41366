using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class PostingTestsOnSqlite(SqliteLedger fixture) : PostingTests(fixture), IClassFixture<SqliteLedger>;

public sealed class PostingTestsOnPostgres(PostgresLedger fixture) : PostingTests(fixture), IClassFixture<PostgresLedger>;

public abstract class PostingTests(LedgerFixture fixture)
{
    [Fact, Trait("Req", "CORE-14")]
    public async Task A_debit_takes_first_what_expires_first_and_the_rest_lapses()
    {
        var member = Someone();
        await fixture.Post(Earn(member, 100, "2025-03-15", "2026-03-14"), Earn(member, 50, "2025-06-01", "2026-05-31"));

        await fixture.Post(Spend(member, 120, "2026-02-01"));

        var lot = (await fixture.Ask(l => l.ReadLotsAsync(member, LedgerFixture.Points))).Single();
        (lot.Remaining, lot.ExpiresOn).ShouldBe((30, Day("2026-05-31")));
        (await Balance(member, "2026-05-31")).Usable.ShouldBe(30);
        (await Balance(member, "2026-06-01")).Usable.ShouldBe(0);
        await fixture.Ask(l => l.ExpireAsync(Day("2026-06-01"), 1000));
        (await Balance(member, "2026-06-01")).Total.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-43")]
    public async Task Undoing_a_debit_restores_the_lot_with_its_expiry()
    {
        var member = Someone();
        var spend = Spend(member, 60, "2025-04-01");
        await fixture.Post(Earn(member, 100, "2025-03-15", "2026-03-14"), spend);

        var undone = await fixture.Post(Undo(spend, 60, "2025-04-02"));

        undone[0].ShouldSatisfyAllConditions(o => o.Amount.ShouldBe(60), o => o.BalanceAfter.ShouldBe(100));
        var lot = (await fixture.Ask(l => l.ReadLotsAsync(member, LedgerFixture.Points))).Single();
        (lot.Amount, lot.Remaining, lot.ExpiresOn).ShouldBe((100, 100, Day("2026-03-14")));
        var entries = await fixture.Ask(l => l.ReadEntriesAsync(member, LedgerFixture.Points, null, 10));
        entries.Select(e => e.Amount).ShouldBe([60, -60, 100]);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_same_key_posts_once_and_with_other_inputs_not_at_all()
    {
        var member = Someone();
        var earn = Earn(member, 100, "2025-03-15", key: $"R-88/{member:N}");

        var first = await fixture.Post(earn, earn);
        var later = await fixture.Post(earn, earn with { Amount = 101 });

        first.Select(o => o.Status).ShouldBe([PostingStatus.Posted, PostingStatus.Replayed]);
        later[0].ShouldBe(first[0] with { Status = PostingStatus.Replayed });
        later[1].Code.ShouldBe(LedgerRefusals.KeyReused);
        (await Balance(member, "2025-03-15")).Total.ShouldBe(100);
    }

    [Fact, Trait("Req", "CORE-45")]
    public async Task A_pending_lot_cannot_be_spent_and_a_refund_in_the_window_cancels_it()
    {
        var member = Someone();
        var earn = Earn(member, 100, "2025-05-01", "2026-04-30", from: "2025-05-08");
        await fixture.Post(earn);

        var early = await fixture.Post(Spend(member, 1, "2025-05-07"));
        early[0].Code.ShouldBe(LedgerRefusals.Insufficient);
        (await Balance(member, "2025-05-07")).Pending.ShouldBe(100);
        (await Balance(member, "2025-05-08")).Usable.ShouldBe(100);

        await fixture.Post(Undo(earn, 100, "2025-05-03") with { OnlyWhilePending = true });
        (await Balance(member, "2025-05-08")).Total.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_clawback_of_spent_points_leaves_a_hole_that_later_earnings_fill()
    {
        var member = Someone();
        var earn = Earn(member, 600, "2025-05-01", "2026-04-30");
        await fixture.Post(earn, Spend(member, 550, "2025-05-02"));

        var first = await fixture.Post(Undo(earn, 200, "2025-05-10"));
        (first[0].Amount, first[0].BalanceAfter).ShouldBe((-200, -150));
        var refused = await fixture.Post(Spend(member, 1, "2025-05-11"));
        refused[0].Code.ShouldBe(LedgerRefusals.Insufficient);

        await fixture.Post(Earn(member, 400, "2025-05-12", "2026-05-11"));
        (await Balance(member, "2025-05-12")).Usable.ShouldBe(250);
        var second = await fixture.Post(Undo(earn, 400, "2025-05-13"), Undo(earn, 1, "2025-05-13"));
        second[0].Amount.ShouldBe(-400);
        second[1].Code.ShouldBe(LedgerRefusals.OverReversal);
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_clawback_within_balance_takes_what_is_there()
    {
        var member = Someone();
        var earn = Earn(member, 600, "2025-05-01", "2026-04-30");
        await fixture.Post(earn, Spend(member, 550, "2025-05-02"));

        var outcome = await fixture.Post(Undo(earn, 200, "2025-05-10", shortage: Shortage.TakeWhatIsThere));

        (outcome[0].Amount, outcome[0].BalanceAfter).ShouldBe((-50, 0));
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task What_expired_of_a_grant_is_not_taken_a_second_time()
    {
        var member = Someone();
        var earn = Earn(member, 100, "2024-05-01", "2025-04-30");
        await fixture.Post(earn, Spend(member, 30, "2024-06-01"), Earn(member, 500, "2025-04-01", "2026-03-31"));
        await fixture.Ask(l => l.ExpireAsync(Day("2025-05-01"), 1000));

        var outcome = await fixture.Post(Undo(earn, 100, "2025-05-02"));

        (outcome[0].Amount, outcome[0].BalanceAfter).ShouldBe((-30, 470));
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_grant_that_expired_in_part_is_taken_back_in_slices_as_in_one()
    {
        var (whole, sliced) = (Someone(), Someone());
        var (one, other) = (Earn(whole, 100, "2024-05-01", "2025-04-30"), Earn(sliced, 100, "2024-05-01", "2025-04-30"));
        await fixture.Post(one, other, Spend(whole, 50, "2024-06-01"), Spend(sliced, 50, "2024-06-01"));
        await fixture.Ask(l => l.ExpireAsync(Day("2025-05-01"), 1000));

        var atOnce = await fixture.Post(Undo(one, 100, "2025-05-02"));
        var first = await fixture.Post(Undo(other, 60, "2025-05-02"));
        var rest = await fixture.Post(Undo(other, 30, "2025-05-03"), Undo(other, 10, "2025-05-03"));

        atOnce[0].Amount.ShouldBe(-50);
        (first[0].Amount, rest[0].Amount, rest[1].Amount).ShouldBe((-10, -30, -10));
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task Points_that_come_back_after_their_lot_lapsed_get_a_grace_lot()
    {
        var member = Someone();
        var spend = Spend(member, 100, "2026-03-01");
        await fixture.Post(Earn(member, 100, "2025-03-15", "2026-03-14"), spend);

        await fixture.Post(Undo(spend, 100, "2026-03-20", grace: 30));

        var lot = (await fixture.Ask(l => l.ReadLotsAsync(member, LedgerFixture.Points))).Single();
        (lot.Remaining, lot.ExpiresOn).ShouldBe((100, Day("2026-04-19")));
    }

    [Fact]
    public async Task A_gift_keeps_the_expiry_of_the_lots_that_it_came_from()
    {
        var (from, to) = (Someone(), Someone());
        await fixture.Post(Earn(from, 300, "2025-03-15", "2026-03-14"));

        await fixture.Post(Gift(from, to, 100, "2025-06-01"));

        (await Balance(from, "2025-06-01")).Usable.ShouldBe(200);
        var lot = (await fixture.Ask(l => l.ReadLotsAsync(to, LedgerFixture.Points))).Single();
        (lot.Remaining, lot.ExpiresOn).ShouldBe((100, Day("2026-03-14")));
    }

    [Fact]
    public async Task A_plain_counter_needs_no_lots()
    {
        var member = Someone();
        var earn = Earn(member, 100, "2025-05-01") with { Unit = LedgerFixture.Growth };

        var outcomes = await fixture.Post(earn, Undo(earn, 40, "2025-05-02"));

        outcomes[1].BalanceAfter.ShouldBe(60);
        (await fixture.Ask(l => l.ReadLotsAsync(member, LedgerFixture.Growth))).ShouldBeEmpty();
        (await fixture.Ask(l => l.ReadBalancesAsync([member], LedgerFixture.Growth, Day("2025-05-02"))))[member].Usable.ShouldBe(60);
    }

    [Fact]
    public async Task Postings_of_a_group_stand_or_fall_together()
    {
        var member = Someone();
        var outcomes = await fixture.Post(
            Earn(member, 10, "2025-05-01") with { Group = 1 },
            Spend(member, 11, "2025-05-01") with { Group = 1 },
            Earn(member, 5, "2025-05-01"));

        outcomes.Select(o => o.Code).ShouldBe([LedgerRefusals.Group, LedgerRefusals.Insufficient, null]);
        (await Balance(member, "2025-05-01")).Total.ShouldBe(5);
    }

    [Fact]
    public async Task A_bounded_account_does_not_fall_below_its_floor()
    {
        var member = Someone();
        var earn = Earn(member, 10, "2025-05-01") with { Unit = LedgerFixture.Bounded };
        var outcomes = await fixture.Post(
            earn, Spend(member, 8, "2025-05-01") with { Unit = LedgerFixture.Bounded }, Undo(earn, 10, "2025-05-02"));

        outcomes[2].Code.ShouldBe(LedgerRefusals.BelowFloor);
    }

    [Theory]
    [InlineData(0L, LedgerRefusals.Amount)]
    [InlineData(-5L, LedgerRefusals.Amount)]
    [InlineData(long.MaxValue, LedgerRefusals.Amount)]
    public async Task An_absurd_amount_is_refused(long amount, string code) =>
        (await fixture.Post(Earn(Someone(), amount, "2025-05-01")))[0].Code.ShouldBe(code);

    [Fact]
    public async Task A_malformed_posting_is_refused_and_its_neighbours_are_posted()
    {
        var member = Someone();
        var outcomes = await fixture.Post(
            Earn(member, 1, "2025-05-01", key: " "),
            Earn(member, 1, "2025-05-01") with { Unit = "pebbles" },
            Earn(member, 1, "2025-05-01", until: "2025-04-30"),
            Earn(member, 1, "2025-05-01") with { Kind = PostingKind.Spend },
            Undo(Earn(member, 1, "2025-05-01"), 1, "2025-05-01"),
            Earn(member, 1, "2025-05-01"));

        outcomes.Select(o => o.Code).ShouldBe(
        [
            LedgerRefusals.Malformed, LedgerRefusals.UnknownUnit, LedgerRefusals.Dates, LedgerRefusals.Kind,
            LedgerRefusals.UnknownPosting, null,
        ]);
    }

    [Fact, Trait("Req", "CORE-14")]
    public async Task A_debit_reaches_across_as_many_lots_as_it_needs()
    {
        var member = Someone();
        await fixture.Post([.. Enumerable.Range(0, 100).Select(i =>
            Earn(member, 1, "2025-05-01", Day("2025-06-01").AddDays(i).ToString("yyyy-MM-dd", null)))]);

        var outcomes = await fixture.Post(Spend(member, 30, "2025-06-21"), Spend(member, 51, "2025-06-21"), Spend(member, 1, "2025-05-30"));

        outcomes[0].Amount.ShouldBe(-30);
        outcomes[1].Available.ShouldBe(50);
        outcomes[2].Amount.ShouldBe(-1);
        (await fixture.Ask(l => l.ReadLotsAsync(member, LedgerFixture.Points)))[19].ExpiresOn.ShouldBe(Day("2025-07-21"));
    }

    [Fact]
    public async Task Another_brand_sees_nothing_of_it()
    {
        var member = Someone();
        await fixture.Post(Earn(member, 100, "2025-05-01", key: $"shared/{member:N}"));

        var elsewhere = await fixture.Ask(l => l.ReadBalancesAsync([member], LedgerFixture.Points, Day("2025-05-01")), brand: 8);
        elsewhere.ShouldBeEmpty();
        var posted = await fixture.Ask(l => l.PostAsync([Earn(member, 1, "2025-05-01", key: $"shared/{member:N}")]), brand: 8);
        posted[0].ShouldSatisfyAllConditions(o => o.Status.ShouldBe(PostingStatus.Posted), o => o.BalanceAfter.ShouldBe(1));
    }

    private async Task<LedgerBalance> Balance(Guid owner, string on) =>
        (await fixture.Ask(l => l.ReadBalancesAsync([owner], LedgerFixture.Points, Day(on))))[owner];
}
