using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members.Analysis;
using RetailMember.Membership.Members.Care;
using RetailMember.Membership.Members.Conditions;
using RetailMember.Membership.Members.Forgetting;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Members.Renewal;
using RetailMember.Membership.Members.Messages;
using RetailMember.Membership.Own;
using RetailMember.Membership.Points;
using RetailMember.Modules;
using RetailMember.Redemption;

namespace RetailMember.Membership.Members;

/// <summary>What the module registers and maps for members.</summary>
internal static class MemberServices
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddModuleDb<MembershipDb, MembershipSqliteDb, MembershipPostgresDb, MembershipSqlServerDb>();
        services.AddSingleton<PersonIndex>();
        services.AddScoped<PersonRegister>();
        services.AddScoped<MemberNumbers>();
        services.AddScoped<MemberAdmission>();
        services.AddScoped<IMemberNumbers, NumbersOfMembers>();
        services.AddScoped<IMemberNames, NamesOfMembers>();
        services.AddScoped<IMemberFiles, FilesOfMembers>();
        services.AddScoped<IMemberCards, CardsOfMembers>();
        services.AddScoped<IMemberContacts, ContactsOfMembers>();
        services.AddScoped<IMemberMessages, MessagesToMembers>();
        services.AddScoped<IMemberTiers, MemberTiers>();
        services.AddScoped<IPersonMarks, MarksOfPersons>();
        services.AddScoped<Referrals>();
        services.AddSingleton<LookupStatements>();
        services.AddScoped<IMemberReceipts, ReceiptsOfMembers>();
        services.AddScoped<IMemberCare, CareOfMembers>();
        services.AddScoped<TierGrants>();
        services.AddScoped<IRewardRight, TierRight>();
        services.AddScoped<IRewardRight, ValidityRight>();
        services.AddScoped<ConditionKinds>();
        services.AddSingleton<PersonQuery>();
        services.AddScoped<PurchaseQuery>();
        services.AddScoped<PointsQuery>();
        services.AddScoped<IMemberConditions, ConditionsOfMembers>();
        services.AddScoped<MemberLookup>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<MergedRows>();
        services.AddScoped<IMergedMembers, MergedMembers>();
        services.AddScoped<MemberDesk>();
        services.AddScoped<MemberRows>();
        services.AddScoped<IMemberAccounts, MemberAccounts>();
        services.AddSingleton<MembersAtHand>();
        services.AddSingleton<PointsAtHand>();
    }

    public static void MapMembers(this ModuleEndpoints endpoints)
    {
        endpoints.BrandApi.RefusePersonInAddress();
        endpoints.ForBrand<FindMembers>("GET", "/members");
        endpoints.ForBrand<FindMembers>("POST", "/members/search");
        endpoints.ForBrand<EnrolMember>("POST", "/members");
        endpoints.ForBrand<ReadMember>("GET", "/members/{member}");
        endpoints.ForBrand<ChangeMember>("PUT", "/members/{member}");
        endpoints.ForBrand<RevealMember>("POST", "/members/{member}/disclosures");
        endpoints.ForBrand<FindDuplicates>("GET", "/duplicates");
        endpoints.ForBrand<PreviewMerge>("POST", "/merges/preview");
        endpoints.ForBrand<MergeMembers>("POST", "/merges");
        endpoints.ForBrand<UnmergeMembers>("POST", "/merges/{merge}/reversal");
        endpoints.ForBrand<FindMerges>("GET", "/members/{member}/merges");
        endpoints.ForBrand<FindApplications>("GET", "/applications");
        endpoints.ForBrand<DecideApplication>("POST", "/members/{member}/application");
        endpoints.ForBrand<CloseMember>("POST", "/members/{member}/closure");
        endpoints.ForBrand<ForgetMembers>("POST", "/forgettings");
        endpoints.ForBrand<GrantTier>("POST", "/members/{member}/tier");
        endpoints.ForBrand<RecordParticipation>("POST", "/members/{member}/participations");
        endpoints.ForBrand<BindCard>("POST", "/members/{member}/cards");
        endpoints.ForBrand<RenewCard>("POST", "/members/{member}/card-renewals");
        endpoints.ForBrand<UnbindCard>("DELETE", "/members/{member}/cards/{card}");
        endpoints.ForBrand<ReadPurchases>("GET", "/members/{member}/purchases");
        endpoints.ForBrand<AnalyseMember>("GET", "/members/{member}/analysis");
        endpoints.ForBrand<RecordCare>("POST", "/members/{member}/care");
        endpoints.ForBrand<FindCare>("GET", "/members/{member}/care");
        endpoints.ForBrand<FindFollowUps>("GET", "/follow-ups");
        endpoints.ForBrand<FollowUp>("POST", "/follow-ups/{care}");
        endpoints.ForBrand<ReadTierHistory>("GET", "/members/{member}/tiers");
        endpoints.ForBrand<ReadTerms>("GET", "/terms");
        endpoints.ForChain<FindMemberships>("POST", "/memberships/search");
    }
}
