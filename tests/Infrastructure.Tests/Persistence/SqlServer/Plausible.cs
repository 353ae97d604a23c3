using System.Collections;
using System.Reflection;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Makes values of any type of the application, with every member filled.</summary>
/// <param name="turn">Which value of each enum.</param>
/// <param name="withOptional">Fill members that may be null, too.</param>
internal sealed class Plausible(int turn, bool withOptional)
{
    private const int MostDepth = 6;
    private const string AnyText = "abc";
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Texts that not any text can stand for.</summary>
    public static bool HasForm(string name) => Text(name) != AnyText;

    public object? Make(Type type, string name = "", int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return withOptional ? Make(inner, name, depth) : null;
        }

        return type == typeof(string) ? Text(name)
            : type == typeof(Guid) ? FakeReader.Id
            : type == typeof(int) ? (name.EndsWith("Year", StringComparison.Ordinal) ? FakeReader.Day.Year : 1)
            : type == typeof(bool) ? true
            : type == typeof(decimal) ? 1m
            : type == typeof(double) ? 1d
            : type == typeof(long) ? 1L
            : type == typeof(DateOnly) ? Day(name)
            : type == typeof(TimeOnly) ? new TimeOnly(10, 0)
            : type == typeof(DateTime) ? FakeReader.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)
            : type == typeof(AcademicYear) ? AcademicYear.Starting(2026)
            : type == typeof(Snils) ? Snils.FromStored("11223344595")
            : type == typeof(byte[]) ? new byte[32]
            : type.IsEnum ? Enum.GetValues(type).GetValue(turn % Enum.GetValues(type).Length)
            : ItemOf(type) is { } item ? List(item, name, depth)
            : type.IsAbstract || depth > MostDepth ? null
            : Object(type, depth);
    }

    private object Object(Type type, int depth)
    {
        var constructor = type.GetConstructors()
            .Where(one => !one.GetParameters().Any(parameter => parameter.ParameterType == type))
            .MaxBy(one => one.GetParameters().Length);
        var made = constructor is null
            ? System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)
            : constructor.Invoke([
                .. constructor.GetParameters().Select(one => Make(one.ParameterType, one.Name!, depth + 1)),
            ]);
        var given =
            constructor?.GetParameters().Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var member in type.GetProperties().Where(one => one.CanWrite && !given.Contains(one.Name)))
        {
            // The sort and the cursor of a list are the walk's own business.
            var optional = Nullability.Create(member).WriteState == NullabilityState.Nullable;
            if ((withOptional || !optional) && member.Name is not ("Sort" or "Cursor" or "Limit"))
            {
                member.SetValue(made, Make(member.PropertyType, member.Name, depth + 1));
            }
        }

        return made;
    }

    private Array List(Type item, string name, int depth)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Make(item, name, depth + 1), 0);
        return list;
    }

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Length == 1
            ? type.GetGenericArguments()[0]
        : null;

    private static DateOnly Day(string name) =>
        name.StartsWith("End", StringComparison.OrdinalIgnoreCase) || name is "To" or "Until"
            ? FakeReader.Day.AddMonths(2)
            : FakeReader.Day;

    private static string Text(string name) =>
        name.Contains("zone", StringComparison.OrdinalIgnoreCase) ? "Europe/Moscow"
        : name.Contains("snils", StringComparison.OrdinalIgnoreCase) ? "112-233-445 95"
        : name.Equals("academicYear", StringComparison.OrdinalIgnoreCase) ? "2026-2027"
        : name.Equals("reason", StringComparison.OrdinalIgnoreCase) ? "по заявлению"
        : name.Equals("purpose", StringComparison.OrdinalIgnoreCase) ? "сверка списков"
        : name.Equals("password", StringComparison.OrdinalIgnoreCase) ? "verbena-mandarin-47"
        : name.Equals("url", StringComparison.OrdinalIgnoreCase) ? "https://site.example/"
        : AnyText;
}
