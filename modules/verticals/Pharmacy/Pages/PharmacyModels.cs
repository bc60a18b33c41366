using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Drugs;
using RetailMember.Pharmacy.Health;
using RetailMember.Pharmacy.Rankings;
using RetailMember.Pharmacy.Rules;
using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Pages;

/// <param name="Store">Where whoever asks stands; null until he has said so.</param>
/// <param name="Tiers">Names of tiers by code.</param>
internal sealed record CounterModel(
    Store? Store, IReadOnlyList<Store> Stores, FindStanding.Result? Standing, IReadOnlyDictionary<string, string> Tiers,
    bool MayTopUp, bool MayRecord, bool MayLook, FormFaults Faults);

internal sealed record RankingListModel(FindRankings.Result Found, bool MayPublish);

internal sealed record RankingModel(ReadRanking.Result Read, bool MayPublish, FormFaults Faults);

/// <param name="Unclassed">Goods of the catalogue that nobody can have until their article has a class.</param>
/// <param name="Article">Which article the form begins with, and what it is called; null for none.</param>
internal sealed record DrugListModel(
    PageOf<FindDrugs.Row> Found, FindUnclassed.Result Unclassed, string? Article, string? Name, bool MayEdit,
    FormFaults Faults);

internal sealed record RuleModel(
    IReadOnlyList<RulesView<ClubTerms>> Versions, bool MayEdit, bool MayActivate, FormFaults Faults);

internal sealed record RuleFormModel(RuleForm Form, FormFaults Faults);

/// <param name="Reason">Why it was looked at: older records are looked at for the same.</param>
internal sealed record HealthModel(
    string MemberNo, ReadHealth.Result? Read, string? Reason, Store? Store, bool MayRecord, FormFaults Faults);

internal sealed record AccessListModel(PageOf<FindHealthAccesses.Row> Found);
