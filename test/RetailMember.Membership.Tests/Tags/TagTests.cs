using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Members.Analysis;
using RetailMember.Membership.Tags;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Tags;

public sealed class TagTestsOnSqlite(SqliteTagShop shop) : TagTests(shop), IClassFixture<SqliteTagShop>;

public sealed class TagTestsOnPostgres(PostgresTagShop shop) : TagTests(shop), IClassFixture<PostgresTagShop>;

/// <summary>Today is 2 March 2026.</summary>
[Trait("Req", "CORE-36")]
public abstract class TagTests(TagShop shop)
{
    [Fact]
    public async Task A_count_gives_the_tag_says_why_and_takes_it_when_a_refund_undoes_the_reason()
    {
        var code = await NewAsync(TagsOfOld.CoffeeLover);
        var member = await shop.MemberAsync();
        for (var i = 0; i < 4; i++) await shop.Do(Coffee(member, $"2026-02-0{i + 1}", $"{code}-{i}"));

        (await shop.Do(new RecountTags.Input())).State.ShouldBe(TagRecountState.Done);

        var held = (await shop.Do(new FindMemberTags.Input(member))).Tags.Single(t => t.Tag == code);
        (held.Kind, held.Version, held.Since).ShouldBe((TagKind.Automatic, 1, TagsOfOld.Today));
        var why = held.Why.Single();
        (why.Number, why.Holds, why.Condition.Days, why.Condition.AtLeast).ShouldBe((4, true, 60, 4));

        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = $"{code}-0", Amount = Money.FromYuan(30),
        });
        await shop.RefreshAsync(member);
        await shop.RefreshAsync(member);

        (await shop.TagsOf(member)).ShouldNotContain(code);
        (await shop.HistoryOf(member)).Where(h => h.Tag == code).ShouldBe([(code, TagStep.Lost), (code, TagStep.Gained)]);
    }

    [Fact]
    public async Task A_later_version_decides_from_its_day_on_and_the_tag_is_kept_by_it()
    {
        var code = await NewAsync(Bought(1));
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 10, "2026-03-01"));
        await shop.RefreshAsync(member);
        (await shop.TagsOf(member)).ShouldContain(code);

        await shop.ActivateAsync(code, Bought(2) with { From = TagsOfOld.Today.AddDays(1) });
        await shop.RefreshAsync(member);
        (await shop.TagsOf(member)).ShouldContain(code, "the second version begins tomorrow");
        await shop.ActivateAsync(code, Bought(1, 9) with { From = TagsOfOld.Today });
        await shop.RefreshAsync(member);
        var held = (await shop.Do(new FindMemberTags.Input(member))).Tags.Single(t => t.Tag == code);
        (held.Version, held.Since).ShouldBe((3, TagsOfOld.Today));
        (await shop.HistoryOf(member)).Count(h => h.Tag == code).ShouldBe(1);

        await shop.Do(new EndTag.Input(code));
        (await shop.TagsOf(member)).ShouldNotContain(code, "at once, before any count");
        await shop.Do(new RecountTags.Input());
        (await shop.HistoryOf(member)).Where(h => h.Tag == code).ShouldBe([(code, TagStep.Lost), (code, TagStep.Gained)]);
        (await shop.RefusalOf(new EditTag.Input(code, Bought(1)))).ShouldBe("membership.tag-ended");
        foreach (var word in (string[])["new", "Recount"])
            (await shop.RefusalOf(new EditTag.Input(word, Bought(1)))).ShouldBe("membership.tag-word");
    }

    [Fact]
    public async Task Nothing_is_activated_without_examples_that_come_true()
    {
        var code = Key();
        await shop.Do(new EditTag.Input(code, TagsOfOld.Sleeping with { Examples = [] }));
        (await shop.RefusalOf(new ActivateTag.Input(code))).ShouldBe("membership.tag-examples-missing");
        await shop.Do(new EditTag.Input(code, TagsOfOld.Sleeping with
        {
            Examples = [.. TagsOfOld.Sleeping.Examples.Select(e => e with { MustHave = !e.MustHave })],
        }));
        (await shop.RefusalOf(new ActivateTag.Input(code))).ShouldBe("membership.tag-examples-fail");
        (await shop.RefusalOf(new ActivateTag.Input(Key()))).ShouldBe("membership.tag-not-found");

        var draft = (await shop.Do(new FindTags.Input())).Tags.Single(t => t.Tag == code);
        (draft.State, draft.DraftVersion, draft.Members).ShouldBe((TagState.Draft, 1, 0));
    }

    [Fact]
    public async Task A_preview_says_how_many_would_have_it_and_writes_nothing()
    {
        var (buyer, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(buyer, 77_777, "2026-03-01"));

        var seen = await shop.Do(new PreviewTag.Input(
            TagsOfOld.Rule("big", new TagCondition { Measure = TagMeasure.Paid, Days = 30, AtLeast = 77_777 })));

        (seen.Matching, seen.Estimate, seen.Looked).ShouldBe((1, 1, seen.Total));
        seen.Sample.Single().ShouldSatisfyAllConditions(s => s.MemberNo.ShouldBe(buyer), s => s.Why.Single().Number.ShouldBe(77_777m));
        (await shop.TagsOf(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_gives_and_takes_only_tags_that_are_given_by_hand()
    {
        var (byHand, byRule) = (await NewAsync(TagsOfOld.ByHand), await NewAsync(TagsOfOld.HighTicket));
        var member = await shop.MemberAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Do(new TagMember.Input(member, byHand, "店长家属"))));

        var held = (await shop.Do(new FindMemberTags.Input(member))).Tags.Single();
        (held.Tag, held.Kind, held.Operator, held.Reason).ShouldBe((byHand, TagKind.Manual, "house", "店长家属"));
        (await shop.HistoryOf(member)).ShouldBe([(byHand, TagStep.Gained)]);
        await shop.RefreshAsync(member);
        (await shop.TagsOf(member)).ShouldBe([byHand]);
        (await shop.RefusalOf(new TagMember.Input(member, byRule, "x"))).ShouldBe("membership.tag-by-rule");
        (await shop.RefusalOf(new UntagMember.Input(member, byRule, "x"))).ShouldBe("membership.tag-by-rule");

        await shop.Do(new UntagMember.Input(member, byHand, "离职"));
        (await shop.TagsOf(member)).ShouldBeEmpty();
        (await shop.RefusalOf(new UntagMember.Input(member, byHand, "x"))).ShouldBe("membership.tag-not-held");
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task Who_objects_to_profiling_loses_automatic_tags_and_gets_none()
    {
        var (code, byHand) = (await NewAsync(Bought(1)), await NewAsync(TagsOfOld.ByHand));
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 10, "2026-03-01"));
        await shop.Do(new TagMember.Input(member, byHand, "x"));
        await shop.RefreshAsync(member);
        (await shop.TagsOf(member)).ShouldContain(code);

        await shop.ObjectsAsync(member);
        await shop.Do(new RecountTags.Input());

        (await shop.TagsOf(member)).ShouldBe([byHand]);
        (await shop.Do(new FindMemberTags.Input(member))).Objects.ShouldBeTrue();
        var portrait = await shop.Do(new AnalyseMember.Input(member));
        (portrait.Objects, portrait.Purchases, portrait.Stores.Count, portrait.Months.Count).ShouldBe((true, 0, 0, 0));
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task Of_age_and_month_of_birth_no_figure_is_kept()
    {
        var code = await NewAsync(TagsOfOld.Rule(
            "thirties", new TagCondition { Measure = TagMeasure.Age, AtLeast = 30, AtMost = 39 },
            new TagCondition { Measure = TagMeasure.BirthdayMonth, OneOf = ["5"] }) with
        {
            Examples =
            [
                new("35", new TagCase { On = TagsOfOld.Today, Birthday = new DateOnly(1990, 5, 1) }, true),
                new("unknown", new TagCase { On = TagsOfOld.Today }, false),
            ],
        });
        var member = (await shop.Do(Enrol(Mobile(Numbers.Next())) with { Birthday = new DateOnly(1990, 5, 1) })).MemberNo;
        await shop.RefreshAsync(member);

        var seen = await shop.Do(new FindMemberTags.Input(member));

        seen.Tags.Single(t => t.Tag == code).Why.Select(w => (w.Number, w.Holds)).ShouldBe([(null, true), (null, true)]);
        seen.History.Single(t => t.Tag == code).Why.Select(w => (w.Number, w.Holds)).ShouldBe([(null, true), (null, true)]);
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task Closing_erases_tags_and_their_history()
    {
        var code = await NewAsync(TagsOfOld.ByHand);
        var member = await shop.MemberAsync();
        await shop.Do(new TagMember.Input(member, code, "x"));

        await shop.Do(new CloseMember.Input(member, "x"));

        var seen = await shop.Do(new FindMemberTags.Input(member));
        (seen.Tags.Count, seen.History.Count).ShouldBe((0, 0));
        (await shop.RefusalOf(new TagMember.Input(member, code, "x"))).ShouldBe("membership.member-not-active");
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task A_merge_takes_tags_along_and_its_undoing_gives_them_back()
    {
        var (byRule, byHand) = (await NewAsync(Bought(2)), await NewAsync(TagsOfOld.ByHand));
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(stays, 10, "2026-03-01"));
        await shop.Do(Buy(goes, 10, "2026-03-01"));
        await shop.Do(new TagMember.Input(goes, byHand, "x"));

        var merge = await shop.Do(new MergeMembers.Input { Key = Key(), Survivor = stays, Duplicate = goes, Reason = "x" });
        await shop.RefreshAsync(stays, goes);
        (await shop.TagsOf(stays)).Intersect([byRule, byHand]).Count().ShouldBe(2, "two receipts are one person's now");

        await shop.Do(new UnmergeMembers.Input(merge.Merge, "x"));
        await shop.RefreshAsync(stays, goes);
        (await shop.TagsOf(stays)).ShouldNotContain(byRule);
        (await shop.TagsOf(goes)).ShouldContain(byHand);
        (await shop.TagsOf(stays)).ShouldNotContain(byHand);
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Another_brand_does_not_know_the_tag()
    {
        var code = await NewAsync(Bought(1));

        (await shop.RefusalOf(new ReadTag.Input(code), Shop.Shop.Apparel)).ShouldBe("membership.tag-not-found");
        (await shop.RefusalOf(new TagMember.Input(await shop.MemberAsync(), code, "x"), Shop.Shop.Apparel))
            .ShouldBe("membership.member-not-found");
    }

    private static TagCaseReceipt Once => new(TagsOfOld.Today, Money.FromYuan(1));

    internal static TagTerms Bought(int receipts, int months = 12) => TagsOfOld.Rule(
        "bought", new TagCondition { Measure = TagMeasure.Receipts, Months = months, AtLeast = receipts }) with
    {
        Examples =
        [
            new("some", new TagCase { On = TagsOfOld.Today, Receipts = [.. Enumerable.Repeat(Once, receipts)] }, true),
            new("none", new TagCase { On = TagsOfOld.Today }, false),
        ],
    };

    private async Task<string> NewAsync(TagTerms terms)
    {
        var code = Key();
        await shop.ActivateAsync(code, terms);
        return code;
    }

    private static RecordPurchase.Input Coffee(string member, string day, string receiptNo) => Buy(member, 30, day, receiptNo) with
    {
        Amount = null, Lines = [new() { Category = "coffee", Quantity = 1, Amount = Money.FromYuan(30) }],
    };
}
