using System.Text.Json;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Programmes;

public sealed class ProgrammeVersionTestsOnSqlite(SqliteShop shop) : ProgrammeVersionTests(shop), IClassFixture<SqliteShop>;

public sealed class ProgrammeVersionTestsOnPostgres(PostgresShop shop)
    : ProgrammeVersionTests(shop), IClassFixture<PostgresShop>;

public abstract class ProgrammeVersionTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-48")]
    public async Task A_purchase_is_judged_by_the_version_in_force_at_its_time()
    {
        shop.Clock.Set("2026-03-02");
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        var draft = await DraftAsync(d => d with
        {
            EarningRules = [.. d.EarningRules.Select(r => r with { Give = 2 })], Examples = [ProgrammeTurns.Priced],
        });
        await shop.Do(new ActivateProgramme.Input(draft, new DateTime(2026, 3, 3)));

        (await shop.Do(Buy(member, 10, "2026-03-02"))).Points.ShouldBe(10);
        shop.Clock.Set("2026-03-03");
        (await shop.Do(Buy(member, 10, "2026-03-03"))).Points.ShouldBe(20);
        (await shop.Do(Buy(member, 10, "2026-03-01"))).Points.ShouldBe(10);
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_version_whose_example_fails_is_not_activated()
    {
        var draft = await DraftAsync(d => d with { EarningRules = [.. d.EarningRules.Select(r => r with { Give = 3 })] });

        (await shop.Do(new CheckDraft.Input(draft))).Examples.ShouldContain(e => !e.Passed && e.Differences.Count > 0);
        (await shop.RefusalOf(new ActivateProgramme.Input(draft))).ShouldBe("membership.example-fails");
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_version_that_no_example_proves_is_not_activated()
    {
        var draft = await DraftAsync(d => d with { Examples = [] });

        (await shop.Do(new CheckDraft.Input(draft))).IsSound.ShouldBeFalse();
        (await shop.RefusalOf(new ActivateProgramme.Input(draft))).ShouldBe("membership.programme-without-example");
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_version_keeps_every_tier_that_members_hold()
    {
        await shop.Do(Enrol(Mobile(7)));
        var draft = await DraftAsync(d => d with
        {
            TierSet = d.TierSet with { Tiers = [d.TierSet.Tiers[0] with { Code = "renamed" }, .. d.TierSet.Tiers.Skip(1)] },
            Examples = [],
        });

        (await shop.Do(new CheckDraft.Input(draft))).Faults
            .ShouldContain(f => f.Code == "membership.programme.tier-held" && f.Path == "$.tierSet.tiers");
        (await shop.RefusalOf(new ActivateProgramme.Input(draft))).ShouldBe("membership.programme-has-faults");
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_rule_names_stores_that_the_brand_has()
    {
        var draft = await DraftAsync(d => d with
        {
            EarningRules = [.. d.EarningRules.Select(r => r with { Stores = ["s1", "nowhere"] })],
        });

        (await shop.Do(new CheckDraft.Input(draft))).Faults.ShouldContain(f =>
            f.Code == "membership.programme.unknown-store" && f.Path == "$.earningRules[0].stores[1]"
            && f.Message.Contains("nowhere"));
        (await shop.RefusalOf(new ActivateProgramme.Input(draft))).ShouldBe("membership.programme-has-faults");
    }

    [Fact]
    public async Task A_version_with_faults_is_kept_as_a_draft_and_says_what_is_wrong()
    {
        var draft = await DraftAsync(d => d with { PendingDays = 9_999 });

        var check = await shop.Do(new CheckDraft.Input(draft));
        check.Faults.ShouldContain(f => f.Path == "$.pendingDays" && f.Message.Contains("9999"));
        (await shop.RefusalOf(new ActivateProgramme.Input(draft))).ShouldBe("membership.programme-has-faults");
    }

    [Fact]
    public async Task An_activation_is_withdrawn_until_it_is_in_force()
    {
        var draft = await DraftAsync(d => d);
        (await shop.RefusalOf(new WithdrawProgramme.Input(draft))).ShouldBe("membership.programme-not-scheduled");
        await shop.Do(new ActivateProgramme.Input(draft, new DateTime(2999, 1, 1)));

        await shop.Do(new WithdrawProgramme.Input(draft));

        var version = (await shop.Do(new FindProgrammeVersions.Input())).Versions.Single(v => v.Version == draft);
        (version.Status, version.EffectiveFrom, version.ActivatedBy).ShouldBe((ProgrammeStatus.Draft, null, null));
        await shop.Do(new ActivateProgramme.Input(draft));
        (await shop.RefusalOf(new WithdrawProgramme.Input(draft))).ShouldBe("membership.programme-not-scheduled");
    }

    [Fact]
    public async Task Nothing_takes_effect_in_the_past() =>
        (await shop.RefusalOf(new ActivateProgramme.Input(await DraftAsync(d => d), new DateTime(2026, 1, 1))))
            .ShouldBe("membership.programme-in-the-past");

    [Fact]
    public async Task Two_editors_do_not_overwrite_each_other()
    {
        var draft = (await shop.Do(new DraftProgramme.Input { Template = "three-cards" })).Version;
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft));
        var mine = new ChangeDraft.Input { Version = draft, Revision = read.Revision, Document = read.Document, Note = "mine" };
        await shop.Do(mine);

        (await shop.RefusalOf(mine with { Note = "yours" })).ShouldBe("membership.programme-changed-meanwhile");
    }

    [Fact]
    public async Task Versions_are_compared_by_code_wherever_they_stand()
    {
        var draft = await DraftAsync(d => d with
        {
            TierSet = d.TierSet with
            {
                Tiers = [.. d.TierSet.Tiers.Reverse().Select(t => t.Code == "gold" ? t with { PayRate = 0.88m } : t)],
            },
        });

        var differences = (await shop.Do(new CompareVersions.Input(draft, 1))).Differences;

        differences.Single().ShouldBe(new DocumentDifference("tierSet.tiers[gold].payRate", "0.85", "0.88"));
    }

    [Fact]
    public async Task What_is_in_force_is_never_edited()
    {
        (await shop.RefusalOf(new DiscardDraft.Input(1))).ShouldBe("membership.programme-not-a-draft");
        (await shop.RefusalOf(new StartProgramme.Input("four-tiers"))).ShouldBe("membership.programme-exists");
        (await shop.RefusalOf(new ActivateProgramme.Input(999))).ShouldBe("membership.programme-not-found");
    }

    private async Task<int> DraftAsync(Func<ProgrammeDocument, ProgrammeDocument> change)
    {
        var draft = await shop.Do(new DraftProgramme.Input { FromVersion = 1 });
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var changed = change(ProgrammeJson.Read(read.Document.GetRawText()));
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
        return draft.Version;
    }
}
