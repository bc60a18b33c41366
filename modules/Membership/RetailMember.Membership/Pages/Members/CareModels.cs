using RetailMember.Brands;
using RetailMember.Membership.Members.Care;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <param name="OwnStores">The stores in whose name whoever looks may record.</param>
internal sealed record MemberCareModel(
    MemberModel File, PageOf<CareView> Care, IReadOnlyList<Store> OwnStores, FormFaults Faults) : MemberModel(File);

/// <summary>What waits for somebody to come back to it.</summary>
/// <param name="Stores">Those that the list may be narrowed to.</param>
/// <param name="Names">Names of stores by code.</param>
internal sealed record FollowUpsModel(
    PageOf<CareView> Found, IReadOnlyList<Store> Stores, IReadOnlyDictionary<string, string> Names, bool MayRecord);
