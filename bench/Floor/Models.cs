using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MethodCenter.Floor;

internal sealed record Funding(string Source, string? Reference);

/// <summary>One course, in the words of the service. The members stand in the order of its JSON.</summary>
internal sealed record Course
{
    public required int Number { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required string Title { get; init; }

    public required string Line { get; init; }

    public required int Hours { get; init; }

    public required int ProgrammeEdition { get; init; }

    public required string AcademicYear { get; init; }

    public required string Season { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required string Form { get; init; }

    public required string? Site { get; init; }

    public required Funding Funding { get; init; }

    public required int Capacity { get; init; }

    public required string Status { get; init; }

    public required string? CancellationReason { get; init; }

    public required int SeatsTaken { get; init; }

    public required int SeatsFree { get; init; }

    public required int Waiting { get; init; }

    public required Guid Id { get; init; }

    public required int Version { get; init; }
}

/// <summary>A course in the list.</summary>
internal sealed record CourseLine
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string AcademicYear { get; init; }

    public required string Season { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required string Form { get; init; }

    public required string? Site { get; init; }

    public required string Status { get; init; }

    public required int Capacity { get; init; }

    public required int SeatsTaken { get; init; }

    public required int Waiting { get; init; }

    public required int Version { get; init; }
}

internal sealed record CoursePage(IReadOnlyList<CourseLine> Items, string? Next, int? Total);

/// <summary>The body of a POST.</summary>
internal sealed record NewCourse
{
    public required Guid ProgrammeId { get; init; }

    public required string AcademicYear { get; init; }

    public required string Season { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required string Form { get; init; }

    public string? Site { get; init; }

    public required Funding Funding { get; init; }

    public required int Capacity { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Course))]
[JsonSerializable(typeof(CoursePage))]
[JsonSerializable(typeof(NewCourse))]
internal sealed partial class FloorJson : JsonSerializerContext
{
    /// <summary>Cyrillic as it is, like the service.</summary>
    public static readonly FloorJson Plain = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }
    );
}
