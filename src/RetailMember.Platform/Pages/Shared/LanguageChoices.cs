using RetailMember.Pages.Forms;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>Each language by its own name.</summary>
internal static class LanguageChoices
{
    public static readonly IReadOnlyList<Choice> All = [new("zh-Hans", "简体中文"), new("en", "English")];
}
