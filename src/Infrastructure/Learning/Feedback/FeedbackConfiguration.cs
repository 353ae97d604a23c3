using System.Text.Json;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Learning.Feedback;

/// <remarks>Questions are read and set as a whole, and no query asks for one of them: a text in the row.</remarks>
internal sealed class FeedbackQuestionnaireConfiguration : IEntityTypeConfiguration<FeedbackQuestionnaire>
{
    public void Configure(EntityTypeBuilder<FeedbackQuestionnaire> builder)
    {
        builder.ToTable("feedback_questionnaires");
        builder.Property(questionnaire => questionnaire.Title).Text(FeedbackQuestionnaire.TitleMaxLength);
        builder
            .Property(questionnaire => questionnaire.Questions)
            .HasConversion(new JsonParts<FeedbackQuestion>(), new JsonPartsComparer<FeedbackQuestion>());
        builder.HasIndex(questionnaire => new { questionnaire.CentreId, questionnaire.ValidFrom }).IsUnique();
    }
}

/// <remarks>
/// The counts stand in the row with the wording that they were counted by: a year of a centre is some dozens of rows,
/// which the report adds up.
/// </remarks>
internal sealed class CourseFeedbackConfiguration : IEntityTypeConfiguration<CourseFeedback>
{
    public void Configure(EntityTypeBuilder<CourseFeedback> builder)
    {
        builder.ToTable("course_feedback");
        builder
            .Property(feedback => feedback.Tallies)
            .HasConversion(new JsonParts<FeedbackTally>(), new JsonPartsComparer<FeedbackTally>());
        builder.HasOne<Course>().WithMany().HasForeignKey(feedback => feedback.CourseId);
        builder.HasOne<FeedbackQuestionnaire>().WithMany().HasForeignKey(feedback => feedback.QuestionnaireId);
        builder.HasIndex(feedback => feedback.CourseId).IsUnique();
        builder.HasIndex(feedback => new { feedback.CentreId, feedback.Respondents });
    }
}

/// <summary>Parts as a text of JSON, enums by their names.</summary>
internal sealed class JsonParts<TPart>()
    : ValueConverter<IReadOnlyList<TPart>, string>(parts => Write(parts), stored => Read(stored))
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyList<TPart> parts) => JsonSerializer.Serialize(parts, Options);

    public static TPart[] Read(string stored) => JsonSerializer.Deserialize<TPart[]>(stored, Options)!;
}

/// <summary>Parts hold lists themselves, so they are compared as they are stored.</summary>
internal sealed class JsonPartsComparer<TPart>()
    : ValueComparer<IReadOnlyList<TPart>>(
        (one, other) => JsonParts<TPart>.Write(one!) == JsonParts<TPart>.Write(other!),
        parts => JsonParts<TPart>.Write(parts).GetHashCode(StringComparison.Ordinal)
    );
