using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Members;

/// <summary>A form about one member.</summary>
internal sealed record MemberFormModel(ReadMember.Result Member, ReadTerms.Result Terms, FormFaults Faults);

/// <summary>The form of a new member.</summary>
/// <param name="Stores">Where whoever fills it in may enrol.</param>
internal sealed record EnrolModel(ReadTerms.Result Terms, IReadOnlyList<Store> Stores, FormFaults Faults);
