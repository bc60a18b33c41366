using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Analysis;
using RetailMember.Membership.Points;
using RetailMember.Membership.Tags;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>A member's file, as every tab of it shows the head.</summary>
/// <param name="Stores">Names of stores by code.</param>
internal record MemberModel(ReadMember.Result Member, MemberRights May, IReadOnlyDictionary<string, string> Stores)
{
    public ReadMember.Balance Points => Member.Balances.First(b => b.Unit == MembershipUnits.Points);

    public ReadMember.Balance Growth => Member.Balances.First(b => b.Unit == MembershipUnits.Growth);

    public string? StoreName(string? code) => code is null ? null : Stores.GetValueOrDefault(code, code);
}

internal sealed record MemberLedgerModel(MemberModel File, string Unit, PageOf<PostingView> Postings) : MemberModel(File);

internal sealed record MemberPurchasesModel(MemberModel File, PageOf<ReadPurchases.Row> Purchases) : MemberModel(File);

internal sealed record MemberTiersModel(MemberModel File, ReadTierHistory.Result History) : MemberModel(File);

/// <param name="Tags">Null where whoever looks may not see them.</param>
internal sealed record MemberAnalysisModel(MemberModel File, AnalyseMember.Result Analysis, FindMemberTags.Result? Tags, bool MayTag)
    : MemberModel(File);

/// <summary>What whoever looks at the file may do with it.</summary>
internal sealed record MemberRights(
    bool Reveal, bool Edit, bool Cards, bool GrantTier, bool Adjust, bool ViewPurchases, bool Record, bool ViewCare,
    bool RecordCare, bool Transfer, bool Merge)
{
    /// <summary>Pages of other modules about the member.</summary>
    public IReadOnlyList<MemberTab> Further { get; private init; } = [];

    public static MemberRights Of(PageCall page) => new(
        page.May(MembershipPermissions.RevealMembers),
        page.May(MembershipPermissions.EditMembers),
        page.May(MembershipPermissions.EnrolMembers),
        page.May(MembershipPermissions.GrantTiers),
        page.May(MembershipPermissions.AdjustPoints),
        page.May(MembershipPermissions.ViewPurchases),
        page.May(MembershipPermissions.RecordPurchases),
        page.May(MembershipPermissions.ViewCare),
        page.May(MembershipPermissions.RecordCare),
        page.May(MembershipPermissions.TransferPoints) || page.May(MembershipPermissions.ReverseTransfers),
        page.May(MembershipPermissions.MergeMembers))
    {
        Further = page.MemberTabs,
    };
}
