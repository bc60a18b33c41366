using System.Buffers;

namespace RetailMember.Membership.Members;

/// <summary>
/// What the brand's printed cards look like: forms between commas, in which # stands for a digit, @ for a letter, and
/// anything else for itself, as <c>88######, VIP-@####</c>.
/// </summary>
internal static class CardForms
{
    public const string Setting = "Membership.CardForms";

    private const char Digit = '#';
    private const char Letter = '@';

    private static readonly SearchValues<char> Between = SearchValues.Create(",，、; \n");

    /// <param name="forms">As the brand declares them; of none no card is one.</param>
    /// <param name="card">In the form in which it is looked up.</param>
    public static bool Know(string forms, string card)
    {
        foreach (var form in forms.AsSpan().SplitAny(Between))
            if (IsOf(forms.AsSpan(form), card)) return true;
        return false;
    }

    private static bool IsOf(ReadOnlySpan<char> form, string card)
    {
        if (form.Length != card.Length) return false;
        for (var i = 0; i < card.Length; i++)
        {
            var fits = form[i] switch
            {
                Digit => char.IsAsciiDigit(card[i]),
                Letter => char.IsAsciiLetter(card[i]),
                var itself => char.ToUpperInvariant(itself) == card[i],
            };
            if (!fits) return false;
        }

        return true;
    }
}
