using RetailMember.Pages.Export;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.People;

/// <summary>What an exported list tells of people.</summary>
internal sealed class PersonColumns(ITexts texts, RoleNames roles, ScopeNames scopes)
{
    public IReadOnlyList<ExportColumn<FindPeople.Item>> All =>
    [
        new(texts["platform.user-name"], p => p.UserName),
        new(texts["platform.display-name"], p => p.DisplayName),
        new(texts["platform.people.roles"], p => string.Join("; ", p.Roles.Select(Written))),
        new(texts["platform.people.last-sign-in"], p => p.LastSignInAt),
        new(texts["platform.authenticator.title"], p => texts[p.TwoFactorEnabled ? "platform.on" : "platform.off"]),
        new(texts["platform.state"], p => texts[p.Active ? "platform.people.is-active" : "platform.people.has-left"]),
    ];

    private string Written(FindPeople.Held role) => $"{roles[role.Role]} ({scopes[role.BrandId, role.StoreId]})";
}
