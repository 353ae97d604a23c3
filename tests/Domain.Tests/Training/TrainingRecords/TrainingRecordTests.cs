using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Tests.Training.TrainingRecords;

/// <summary>Entering and annulling (DPO-2, DPO-6, FRDO-3).</summary>
public sealed class TrainingRecordTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly NormSet Norms = new([.. ProgrammeNorms.All, .. TrainingNorms.All], []);
    private static readonly TrainingFacts Free = new(EmployedThere: true, AlreadyRecorded: false);
    private static readonly TrainingEntry Entry = new(
        new Guid("00000000-0000-0000-0000-0000000000e1"),
        new Guid("00000000-0000-0000-0000-0000000000a1"),
        " АППО ",
        " Оценка  «Ёлочка» ",
        ProgrammeKind.ProfessionalDevelopment,
        36,
        new DateOnly(2026, 2, 20)
    );

    [Fact]
    public void What_was_completed_is_kept_in_normal_form()
    {
        var record = Record(
            Entry with
            {
                StartsOn = new DateOnly(2026, 2, 20),
                DocumentKind = TrainingDocumentKind.Certificate,
                DocumentNumber = " 78 19 ",
                DocumentDate = new DateOnly(2026, 2, 20),
                Topics = [" Оценочные процедуры", "", "ёлки", "Елки"],
                Origin = TrainingOrigin.Imported,
            }
        ).Value;

        record.Provider.ShouldBe("АППО");
        record.Title.ShouldBe("Оценка  «Ёлочка»");
        record.TitleKey.ShouldBe("ОЦЕНКА ЕЛОЧКА");
        record.DocumentNumber.ShouldBe("78 19");
        record.Topics.ShouldBe(["ёлки", "Оценочные процедуры"]);
        record.TopicsKey.ShouldBe("|ЕЛКИ|ОЦЕНОЧНЫЕ ПРОЦЕДУРЫ|");
        record.SearchKey.ShouldBe("ОЦЕНКА ЕЛОЧКА|АППО|ЕЛКИ|ОЦЕНОЧНЫЕ ПРОЦЕДУРЫ");
        record.Origin.ShouldBe(TrainingOrigin.Imported);
        record.State.ShouldBe(TrainingRecordState.Recorded);
        record.Events.ShouldBe([new TrainingRecorded(record.Id, Entry.EmployeeId, Entry.OrganisationId, Entry.Kind)]);
    }

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", false)]
    public void It_is_not_completed_in_the_future(string completedOn, bool accepted) =>
        ShouldBe(
            Record(Entry with { CompletedOn = DateOnly.Parse(completedOn) }),
            accepted ? null : "training-record.completed-in-future",
            "/completedOn"
        );

    [Theory]
    [InlineData("2026-02-20", true)]
    [InlineData("2026-02-21", false)]
    public void It_begins_before_it_ends(string startsOn, bool accepted) =>
        ShouldBe(
            Record(Entry with { StartsOn = DateOnly.Parse(startsOn) }),
            accepted ? null : "training-record.starts-after-completion",
            "/startsOn",
            "DPO-6"
        );

    [Fact]
    public void Hours_that_nobody_knows_are_left_out() =>
        Record(Entry with { Hours = null }).Value.Hours.ShouldBeNull();

    [Theory]
    [InlineData(ProviderKind.Private, ProgrammeKind.Retraining, "2025-09-01", true)]
    [InlineData(ProviderKind.Private, ProgrammeKind.ProfessionalDevelopment, "2025-08-31", false)]
    [InlineData(ProviderKind.Private, ProgrammeKind.PermanentSeminar, "2025-09-01", false)]
    [InlineData(ProviderKind.PublicShare, ProgrammeKind.Retraining, "2025-09-01", false)]
    [InlineData(null, ProgrammeKind.Retraining, "2025-09-01", false)]
    public void Training_begun_at_a_private_provider_since_it_is_not_admitted_is_doubted_and_entered(
        ProviderKind? provider,
        ProgrammeKind kind,
        string startsOn,
        bool doubted
    )
    {
        var entry = Entry with
        {
            ProviderKind = provider,
            Kind = kind,
            Hours = 250,
            StartsOn = DateOnly.Parse(startsOn),
        };

        var recorded = Record(entry);

        recorded.Value.ProviderKind.ShouldBe(provider);
        recorded
            .Warnings.Select(warning => (warning.Code, warning.Rule?.Code))
            .ShouldBe(doubted ? [("training-record.provider-not-admitted", "DPO-12")] : []);
    }

    [Theory]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 15, false)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 16, true)]
    [InlineData(ProgrammeKind.Retraining, 249, false)]
    [InlineData(ProgrammeKind.Retraining, 250, true)]
    [InlineData(ProgrammeKind.GeneralDevelopment, 1, true)]
    [InlineData(ProgrammeKind.PermanentSeminar, 1, true)]
    public void The_kind_sets_the_least_hours(ProgrammeKind kind, int hours, bool accepted) =>
        ShouldBe(
            Record(Entry with { Kind = kind, Hours = hours }),
            accepted ? null : "training-record.too-few-hours",
            "/hours",
            "DPO-2"
        );

    [Theory]
    [InlineData("2025-08-31", "499")]
    [InlineData("2025-09-01", "266")]
    public void The_order_in_force_on_the_day_of_completion_refuses(string completedOn, string order)
    {
        var error = Record(Entry with { Hours = 15, CompletedOn = DateOnly.Parse(completedOn) }).Error!;

        error.Params["least"].ShouldBe(16);
        error.Rule!.Basis.ShouldContain($"№ {order}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_are_hours(int hours) =>
        ShouldBe(
            Record(Entry with { Kind = ProgrammeKind.PermanentSeminar, Hours = hours }),
            "training-record.no-hours",
            "/hours"
        );

    [Theory]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, TrainingDocumentKind.Certificate, true)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, TrainingDocumentKind.Diploma, false)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, TrainingDocumentKind.Attendance, false)]
    [InlineData(ProgrammeKind.Retraining, TrainingDocumentKind.Diploma, true)]
    [InlineData(ProgrammeKind.Retraining, TrainingDocumentKind.Certificate, false)]
    [InlineData(ProgrammeKind.GeneralDevelopment, TrainingDocumentKind.Attendance, true)]
    [InlineData(ProgrammeKind.PermanentSeminar, TrainingDocumentKind.Certificate, false)]
    public void The_document_follows_from_the_kind(ProgrammeKind kind, TrainingDocumentKind document, bool accepted) =>
        ShouldBe(
            Record(Entry with { Kind = kind, Hours = 250, DocumentKind = document }),
            accepted ? null : "training-record.other-document",
            "/documentKind",
            "FRDO-3"
        );

    [Theory]
    [InlineData("2026-02-19", "training-record.document-before-completion", "DPO-6")]
    [InlineData("2026-02-20", null, null)]
    [InlineData("2026-03-01", null, null)]
    [InlineData("2026-03-02", "training-record.document-in-future", null)]
    public void The_document_is_issued_between_completion_and_today(string date, string? code, string? rule) =>
        ShouldBe(Record(Entry with { DocumentDate = DateOnly.Parse(date) }), code, "/documentDate", rule);

    [Fact]
    public void Topics_are_few_and_short_and_hold_no_separator()
    {
        string[] five = ["а", "б", "в", "г", "д"];

        ShouldBe(Record(Entry with { Topics = [.. five, "Д"] }), null);
        ShouldBe(Record(Entry with { Topics = [.. five, "е"] }), "training-record.too-many-topics", "/topics");
        ShouldBe(Record(Entry with { Topics = [new string('а', 60)] }), null);
        ShouldBe(Record(Entry with { Topics = [new string('а', 61)] }), "training-record.topic-too-long", "/topics");
        ShouldBe(Record(Entry with { Topics = ["а|б"] }), "training-record.topic-holds-separator", "/topics");
    }

    [Fact]
    public void One_training_is_one_record() =>
        TrainingRecord
            .Record(Entry, Free with { AlreadyRecorded = true }, Norms, Today)
            .Error.ShouldBe(TrainingRecordErrors.AlreadyRecorded);

    [Fact]
    public void Who_did_not_work_there_on_the_day_is_entered_with_a_warning()
    {
        var recorded = TrainingRecord.Record(Entry, Free with { EmployedThere = false }, Norms, Today);

        recorded.Refused.ShouldBeFalse();
        recorded.Warnings.ShouldHaveSingleItem().Code.ShouldBe("training-record.employed-elsewhere");
        Record(Entry).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void An_annulled_record_stays_with_the_reason()
    {
        var record = Record(Entry).Value;
        record.ClearEvents();

        record.Annul(" ", Today).Error.ShouldBe(TrainingRecordErrors.AnnulmentReasonMissing);
        record.Annul(new string('я', 501), Today).Error!.Code.ShouldBe("training-record.annulment-reason-too-long");
        record.State.ShouldBe(TrainingRecordState.Recorded);
        record.Annul(" внесено дважды ", Today).Refused.ShouldBeFalse();

        (record.State, record.AnnulledOn, record.AnnulmentReason).ShouldBe(
            (TrainingRecordState.Annulled, Today, "внесено дважды")
        );
        record.Events.ShouldBe([
            new TrainingRecordAnnulled(record.Id, Entry.EmployeeId, Entry.OrganisationId, Entry.Kind),
        ]);
        record.Annul("ещё раз", Today).Error.ShouldBe(TrainingRecordErrors.AlreadyAnnulled);
    }

    private static Result<TrainingRecord> Record(TrainingEntry entry) =>
        TrainingRecord.Record(entry, Free, Norms, Today);

    /// <param name="recorded">What came out.</param>
    /// <param name="code">Code of the refusal; null: recorded, and neither place nor rule is named.</param>
    /// <param name="pointer">The value at fault.</param>
    /// <param name="rule">The rule that refuses.</param>
    private static void ShouldBe(
        Result<TrainingRecord> recorded,
        string? code,
        string? pointer = null,
        string? rule = null
    )
    {
        (recorded.Error?.Code).ShouldBe(code);
        (recorded.Error?.Pointer).ShouldBe(code is null ? null : pointer);
        (recorded.Error?.Rule?.Code).ShouldBe(code is null ? null : rule);
    }
}
