using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Own;

/// <summary>The campaigns that a member can take part in today, and how far he is in those that count purchases.</summary>
[OwnMember]
internal sealed class ReadOwnCampaigns(
    CampaignShelf shelf, PrizeShelf prizes, IMemberFiles files, IMemberReceipts receipts, ITexts texts)
    : Query<ReadOwnCampaigns.Input, ReadOwnCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var me = (await files.ReadAsync([call.Caller.Id!.Value], cancel))[call.Caller.Id.Value];
        var names = await prizes.NamesAsync(call, cancel);
        List<Row> rows = [];
        foreach (var campaign in await shelf.ActiveAsync(cancel, Enum.GetValues<CampaignKind>()))
            if (IsFor(campaign.Terms, me, today))
                rows.Add(await RowOfAsync(campaign, me, today, names, cancel));
        return new Result(rows);
    }

    private static bool IsFor(CampaignTerms terms, MemberSummary me, DateOnly today) =>
        terms.IsWithin(today)
        && (terms.Tiers.Count == 0 || terms.Tiers.Contains(me.Tier))
        && !(me.JoinedOn < terms.JoinedFrom)
        && !(me.JoinedOn > terms.JoinedTo);

    private async Task<Row> RowOfAsync(
        KnownCampaign campaign, MemberSummary me, DateOnly today, PrizeNames names, CancellationToken cancel)
    {
        var terms = campaign.Terms;
        return new Row(
            campaign.Code, texts.In(terms.Name), terms.Kind, terms.From, terms.To, terms.Stores,
            texts.PrizeOf(terms, names), terms.FriendPrize is { } friend ? texts.Of(friend, names) : null,
            terms.Kind == CampaignKind.Sprint ? await ProgressAsync(terms, me, today, cancel) : null);
    }

    private async Task<Sprint> ProgressAsync(CampaignTerms terms, MemberSummary me, DateOnly today, CancellationToken cancel)
    {
        var (first, last, _) = CampaignJudge.SpanOf(terms, today);
        var counted = await receipts.OfSpanAsync(me.Id, first, today, terms.MinimumPaid?.Fen ?? 0, cancel);
        return new Sprint(counted.Count, terms.Purchases!.Value, last);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Campaigns);

    /// <param name="Campaign">Its code.</param>
    /// <param name="Name">In the language of the request, as are the prizes.</param>
    /// <param name="From">First day, in the brand's time zone.</param>
    /// <param name="To">Last day; absent where none is set.</param>
    /// <param name="Stores">Codes of those that take part; empty: all.</param>
    /// <param name="FriendPrizeText">Of a referral.</param>
    internal sealed record Row(
        string Campaign, string Name, CampaignKind Kind, DateOnly From, DateOnly? To, IReadOnlyList<string> Stores, string PrizeText,
        string? FriendPrizeText, Sprint? Sprint);

    /// <param name="PurchaseCount">Within the span that today belongs to, those that do not count left out.</param>
    /// <param name="PurchasesNeeded">For the prize.</param>
    /// <param name="LastDay">Of the span.</param>
    internal sealed record Sprint(int PurchaseCount, int PurchasesNeeded, DateOnly LastDay);
}
