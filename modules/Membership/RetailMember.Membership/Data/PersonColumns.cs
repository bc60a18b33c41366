using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>How what is no text of a person is sealed.</summary>
internal static class PersonColumns
{
    public static ValueConverter Birthday(PersonalData personal) => personal.Column(
        "membership.birthday",
        day => day.ToString("O", CultureInfo.InvariantCulture),
        stored => DateOnly.ParseExact(stored, "O", CultureInfo.InvariantCulture));

    public static ValueConverter Sex(PersonalData personal) => personal.Column(
        "membership.sex",
        sex => ((int)sex).ToString(CultureInfo.InvariantCulture),
        stored => (Sex)int.Parse(stored, CultureInfo.InvariantCulture));
}
