using System.Globalization;
using System.Text;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <summary>The blind indexes by which a person is found without opening a sealed column.</summary>
internal sealed class PersonIndex(PersonalData personal)
{
    public string OfMobile(Mobile mobile) => personal.BlindIndex(mobile.Number, "membership.mobile");

    /// <summary>Whoever was born on that day of any year.</summary>
    public string OfBirthday(int month, int day) => personal.BlindIndex(
        string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}"), "membership.birthday");

    public string OfBirthYear(int year) =>
        personal.BlindIndex(year.ToString(CultureInfo.InvariantCulture), "membership.birth-year");

    /// <summary>Null where it is not known.</summary>
    public string? OfSex(Sex sex) =>
        sex == Sex.Unknown ? null : personal.BlindIndex(sex.ToString(), "membership.sex-index");

    /// <summary>Blanks at the ends, letter case and full-width forms make no other name.</summary>
    public string OfName(string name) =>
        personal.BlindIndex(name.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant(), "membership.name");
}
