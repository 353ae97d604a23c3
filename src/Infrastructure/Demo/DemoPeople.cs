using System.Globalization;
using System.Text.Json;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A made-up person.</summary>
internal sealed record DemoPerson(DateOnly BirthDate, DateOnly TeachingSince, EducationLevel Education);

/// <summary>Makes up names and СНИЛС: common names at random, numbers in sequence, always the same for a seed.</summary>
/// <remarks>The numbers begin with 99, far above those given to people so far; their checksums are right.</remarks>
internal sealed class DemoPeople(Random random, int centre)
{
    private const double ShareOfWomen = 0.85;

    private static readonly DemoTable Names = DemoTable.Read("names");
    private static readonly (string Male, string Female)[] LastNames = Both("surname");
    private static readonly (string Male, string Female)[] Patronymics = Both("patronymic");
    private static readonly string[] MaleNames = First("male");
    private static readonly string[] FemaleNames = First("female");

    private int _count;

    public DemoEmployee Make(DemoPerson person, DemoPlace place)
    {
        var woman = random.NextDouble() < ShareOfWomen;
        var (last, patronymic) = (Any(LastNames), Any(Patronymics));
        return new DemoEmployee
        {
            LastName = woman ? last.Female : last.Male,
            FirstName = Any(woman ? FemaleNames : MaleNames),
            Patronymic = woman ? patronymic.Female : patronymic.Male,
            Sex = Code(woman ? Sex.Female : Sex.Male),
            BirthDate = Day(person.BirthDate),
            TeachingSince = Day(person.TeachingSince),
            Education = Code(person.Education),
            Snils = NextSnils(),
            Organisation = place.Organisation.Code,
            Position = place.Position,
            From = Day(place.Since),
        };
    }

    private static string Code(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string NextSnils()
    {
        _count++;
        var nine = string.Create(CultureInfo.InvariantCulture, $"99{centre}{_count:D6}");
        return string.Create(CultureInfo.InvariantCulture, $"{nine}{Snils.Checksum(nine):D2}");
    }

    private T Any<T>(T[] from) => from[random.Next(from.Length)];

    private static (string Male, string Female)[] Both(string part) =>
        [.. Names.Rows.Where(row => row["part"] == part).Select(row => (row["male"], row["female"]))];

    private static string[] First(string sex) =>
        [.. Names.Rows.Where(row => row["part"] == "firstName" && row[sex].Length > 0).Select(row => row[sex])];
}
