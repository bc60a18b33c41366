using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// Figures of the law that are laxer than the usual ones are refused where they are set, or said to be so, as the brand's
/// switch has it. A figure may always be made stricter than it is. The switch itself does not come to refuse while a figure
/// is lax: every sale would be refused, and nobody would know why.
/// </summary>
internal sealed class LawSettings(ITexts texts, ISettings before) : ISettingRule
{
    public void Require(string setting, ISettings after, int? brandId)
    {
        if (GuardRails.AnswerOf(GuardRails.FiguresGuard, after, brandId) != GuardRails.Refuse) return;
        var figures = LawFigures.Of(after, brandId);
        if (setting == GuardRails.SettingOf(GuardRails.FiguresGuard)) RequireNoneLax(figures);
        else if (IsLax(setting, figures) && figures.LaxerThan(LawFigures.Of(before, brandId)).Contains(setting))
            throw Refusal.Invalid("value", "storedvalue.figures-too-lax");
    }

    public string? WarningOf(string setting, ISettings settings, int? brandId) =>
        IsLax(setting, LawFigures.Of(settings, brandId))
        && GuardRails.AnswerOf(GuardRails.FiguresGuard, settings, brandId) != GuardRails.Off
            ? texts["storedvalue.law.figures"]
            : null;

    private void RequireNoneLax(LawFigures figures)
    {
        if (!figures.IsLaxerThanUsual) return;
        var lax = string.Join(" · ", figures.LaxerThanUsual.Select(f => texts["setting." + f]));
        throw Refusal.Invalid([new FieldFault("value", "storedvalue.figures-are-lax", ("figures", lax))]);
    }

    private static bool IsLax(string setting, LawFigures figures) =>
        LawFigures.IsFigure(setting) && figures.LaxerThanUsual.Contains(setting);
}
