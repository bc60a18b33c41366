using RetailMember.Pages.Forms;
using RetailMember.Platform.People;
using RetailMember.Values;

namespace RetailMember.Platform.Pages.People;

internal sealed record PeopleListModel(
    PageOf<FindPeople.Item> Found, IReadOnlyList<Choice> Roles, bool IsFiltered, bool MayChange);

internal sealed record PersonFormModel(IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Scopes, FormFaults Faults);

/// <param name="Password">Shown this once.</param>
internal sealed record FirstPasswordModel(Guid Id, string DisplayName, string UserName, string Password);

/// <param name="Faults">Of the form that was sent.</param>
/// <param name="Locked">Until a moment that has not come yet.</param>
/// <param name="MayChange">Anything of the person's account and rights.</param>
internal sealed record PersonModel(
    FindPerson.Result Person,
    bool Locked,
    bool MayChange,
    bool IsOneself,
    IReadOnlyList<Choice> Roles,
    IReadOnlyList<Choice> Permissions,
    IReadOnlyList<Choice> Scopes,
    FormFaults Faults);
