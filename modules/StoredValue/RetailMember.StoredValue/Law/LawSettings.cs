using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// Figures of the law that are laxer than the usual ones are refused where they are set, or said to be so, as the brand's
/// switch has it. A figure may always be made stricter.
/// </summary>
internal sealed class LawSettings(ITexts texts) : ISettingRule
{
    public void Require(string setting, ISettings after, int? brandId)
    {
        if (IsLax(setting, after, brandId) && GuardRails.AnswerOf(GuardRails.FiguresGuard, after, brandId) == GuardRails.Refuse)
            throw Refusal.Invalid("value", "storedvalue.figures-too-lax");
    }

    public string? WarningOf(string setting, ISettings settings, int? brandId) =>
        IsLax(setting, settings, brandId) && GuardRails.AnswerOf(GuardRails.FiguresGuard, settings, brandId) != GuardRails.Off
            ? texts["storedvalue.law.figures"]
            : null;

    private static bool IsLax(string setting, ISettings settings, int? brandId) =>
        LawFigures.IsFigure(setting) && LawFigures.Of(settings, brandId).LaxerThanUsual.Contains(setting);
}
