using RetailMember.Membership.Tags;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>The columns of an exported list of tags.</summary>
internal static class TagColumns
{
    public static IReadOnlyList<ExportColumn<TagView>> In(ITexts texts) =>
    [
        new(texts["membership.tag.code"], t => t.Tag),
        new(texts["membership.tag.name"], t => texts.In(t.Terms.Name)),
        new(texts["membership.tag.kind"], t => texts.Of(t.Kind)),
        new(texts["membership.tag.state"], t => texts.Of(t.State)),
        new(texts["membership.tag.rule"], t => string.Join("; ", texts.Rule(t.Terms))),
        new(texts["membership.tag.members"], t => t.Members),
        new(texts["membership.tag.gained"], t => t.Gained),
        new(texts["membership.tag.lost"], t => t.Lost),
    ];
}
