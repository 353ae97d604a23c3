using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Tests.Learning.Frdo;

/// <summary>What stands in a row of the template, and what the register would refuse in it (FRDO-1 … FRDO-5).</summary>
public sealed class FrdoRecordTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly NormSet Norms = new([.. FrdoNorms.All, .. ProgrammeNorms.All], []);

    private static readonly FrdoEntry Paper = new()
    {
        Kind = CertificateKind.ProfessionalDevelopment,
        Series = "ПК",
        BlankNumber = "000123",
        RegisterNumber = 7,
        IssuedOn = new DateOnly(2026, 6, 1),
        LastName = "Тестова",
        FirstName = "Анна",
        Patronymic = "Ивановна",
    };

    private static readonly FrdoDocument Good = new()
    {
        Kind = CertificateKind.ProfessionalDevelopment,
        Programme = ProgrammeKind.ProfessionalDevelopment,
        Entry = Paper,
        Title = "Оценка качества образования",
        Hours = 36,
        StartsOn = new DateOnly(2025, 10, 1),
        EndsOn = new DateOnly(2026, 5, 30),
        Form = StudyForm.FullTime,
        Funding = FundingSource.StateAssignment,
        Education = EducationLevel.Higher,
        BirthDate = new DateOnly(1985, 3, 9),
        Sex = Sex.Female,
        Snils = "112-233-445 95",
    };

    private static readonly FrdoStatement Stated = new()
    {
        Activity = "Образование и наука",
        SpecialityGroup = "Образование и педагогические науки",
        Budget = FrdoBudget.Local,
        Citizenship = "643",
    };

    private static readonly FrdoDocument Copy = Good with
    {
        Replacement = ReplacementReason.Damaged,
        Original = Paper with { RegisterNumber = 3, BlankNumber = "000100", IssuedOn = new DateOnly(2026, 5, 30) },
    };

    [Fact]
    public void A_row_is_filled_to_the_letter()
    {
        var record = Of(Good);

        record.Faults.ShouldBeEmpty();
        string?[] cells =
        [
            "Удостоверение о повышении квалификации",
            "Оригинал",
            "Нет",
            "Нет",
            "Нет",
            "ПК",
            "000123",
            "01.06.2026",
            "7",
            "Повышение квалификации",
            "Оценка качества образования",
            "Образование и наука",
            "Образование и педагогические науки",
            null,
            "Высшее образование",
            null,
            null,
            null,
            "2025",
            "2026",
            "36",
            "Тестова",
            "Анна",
            "Ивановна",
            "09.03.1985",
            "Жен",
            "112-233-445 95",
            "Очная",
            "Местный бюджет",
            "в образовательной организации",
            "643",
        ];
        record.Cells.ShouldBe([.. cells, .. Enumerable.Repeat<string?>(null, 9)]);
    }

    [Fact]
    public void The_template_has_forty_headers()
    {
        FrdoTemplate.Headers.Count.ShouldBe(40);
        Enum.GetValues<FrdoColumn>().Length.ShouldBe(40);
        FrdoTemplate.Headers.Distinct().Count().ShouldBe(40);
        FrdoTemplate.Header(FrdoColumn.AN).ShouldBe("Номер документа для изменения");
        FrdoTemplate.Header(FrdoColumn.AI).ShouldBe("Регистрационный N (оригинала)");
    }

    public static TheoryData<string, FrdoColumn, Func<FrdoDocument, FrdoDocument>> Missing =>
        new()
        {
            { "frdo.number-missing", FrdoColumn.G, d => d with { Entry = d.Entry with { BlankNumber = null } } },
            { "frdo.title-missing", FrdoColumn.K, d => d with { Title = " \u200B " } },
            { "frdo.hours-missing", FrdoColumn.U, d => d with { Hours = 0 } },
            { "frdo.name-missing", FrdoColumn.V, d => d with { Entry = d.Entry with { LastName = "-" } } },
            { "frdo.name-missing", FrdoColumn.W, d => d with { Entry = d.Entry with { FirstName = " " } } },
            { "frdo.birth-date-missing", FrdoColumn.Y, d => d with { BirthDate = null } },
            { "frdo.sex-missing", FrdoColumn.Z, d => d with { Sex = null } },
            { "frdo.snils-missing", FrdoColumn.AA, d => d with { Snils = null } },
            { "frdo.form-missing", FrdoColumn.AB, d => d with { Form = StudyForm.Distance } },
        };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_required_and_missing_is_a_fault(
        string code,
        FrdoColumn column,
        Func<FrdoDocument, FrdoDocument> without
    ) => Refused(Of(without(Good)), code, column, "FRDO-2");

    [Theory]
    [InlineData("frdo.funding-missing", FrdoColumn.AC)]
    [InlineData("frdo.citizenship-missing", FrdoColumn.AE)]
    public void What_a_package_states_is_a_fault_only_without_it(string code, FrdoColumn column)
    {
        var statement = column == FrdoColumn.AC ? Stated with { Budget = null } : Stated with { Citizenship = null };

        var record = Of(Good, statement);

        Refused(record, code, column, "FRDO-2");
        record.Faults.ShouldAllBe(fault => fault.WithPackage);
    }

    [Theory]
    [InlineData(FrdoColumn.A)]
    [InlineData(FrdoColumn.B)]
    [InlineData(FrdoColumn.C)]
    [InlineData(FrdoColumn.D)]
    [InlineData(FrdoColumn.E)]
    [InlineData(FrdoColumn.H)]
    [InlineData(FrdoColumn.I)]
    [InlineData(FrdoColumn.J)]
    [InlineData(FrdoColumn.S)]
    [InlineData(FrdoColumn.T)]
    [InlineData(FrdoColumn.AD)]
    public void What_is_always_known_is_always_filled(FrdoColumn column)
    {
        Of(Good)[column].ShouldNotBeNull();
        Of(Copy)[column].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2020-12-31", 0)]
    [InlineData("2021-01-01", 3)]
    public void Since_2021_more_is_required(string issuedOn, int faults)
    {
        var issued = DateOnly.Parse(issuedOn);
        var old = Good with
        {
            Entry = Paper with { IssuedOn = issued },
            StartsOn = new DateOnly(2020, 9, 1),
            EndsOn = new DateOnly(2020, 12, 1),
            Snils = null,
        };

        Of(old, new FrdoStatement()).Faults.Count.ShouldBe(faults);
    }

    [Theory]
    [InlineData("64")]
    [InlineData("6430")]
    [InlineData("RUS")]
    [InlineData("٦٤٣")]
    public void Citizenship_is_a_code_of_three_digits(string citizenship) =>
        Refused(
            Of(Good, Stated, new FrdoSupplement { Citizenship = citizenship }),
            "frdo.citizenship-wrong",
            FrdoColumn.AE,
            "FRDO-4"
        );

    [Theory]
    [InlineData("643", 1)]
    [InlineData("398", 0)]
    public void Only_a_foreign_citizen_may_have_no_snils(string citizenship, int faults)
    {
        var record = Of(Good with { Snils = null }, Stated, new FrdoSupplement { Citizenship = citizenship });

        record.Faults.Count.ShouldBe(faults);
        record[FrdoColumn.AE].ShouldBe(citizenship);
    }

    [Fact]
    public void A_reference_needs_no_number_where_the_centre_delivers_references()
    {
        var reference = Good with
        {
            Kind = CertificateKind.StudyReference,
            Entry = Paper with { Kind = CertificateKind.StudyReference, BlankNumber = null },
            Hours = 4,
        };
        NormVersion own = new(FrdoNorms.StudyReferences, "true", null, null, "FRDO-8", "Приказ № 1");

        var refused = FrdoRecord.Of(reference, Stated, FrdoSupplement.None, Norms, Today);
        var taken = FrdoRecord.Of(
            reference,
            Stated,
            FrdoSupplement.None,
            new NormSet([.. FrdoNorms.All, .. ProgrammeNorms.All], [own]),
            Today
        );

        Refused(refused, "frdo.reference-not-delivered", FrdoColumn.A, "FRDO-8");
        taken.Faults.ShouldBeEmpty();
        taken[FrdoColumn.A].ShouldBe("Справка об обучении");
    }

    public static TheoryData<string, FrdoColumn, Func<FrdoDocument, FrdoDocument>> Contradictions =>
        new()
        {
            { "frdo.programme-unfit", FrdoColumn.J, d => d with { Programme = ProgrammeKind.Retraining, Hours = 250 } },
            { "frdo.programme-unfit", FrdoColumn.J, d => d with { Kind = CertificateKind.RetrainingDiploma } },
            { "frdo.years-reversed", FrdoColumn.T, d => d with { EndsOn = new DateOnly(2024, 12, 31) } },
            {
                "frdo.ends-in-future",
                FrdoColumn.T,
                d =>
                    d with
                    {
                        EndsOn = new DateOnly(2027, 1, 1),
                        Entry = d.Entry with { IssuedOn = new DateOnly(2027, 2, 1) },
                    }
            },
            {
                "frdo.issued-before-end",
                FrdoColumn.H,
                d => d with { Entry = d.Entry with { IssuedOn = new DateOnly(2025, 12, 31) } }
            },
            { "frdo.born-too-early", FrdoColumn.Y, d => d with { BirthDate = new DateOnly(1899, 12, 31) } },
            { "frdo.born-after-start", FrdoColumn.Y, d => d with { BirthDate = new DateOnly(2025, 10, 1) } },
            { "frdo.original-missing", FrdoColumn.AF, d => d with { Replacement = ReplacementReason.Damaged } },
            {
                "frdo.original-not-earlier",
                FrdoColumn.AJ,
                d => d with { Replacement = ReplacementReason.Damaged, Original = d.Entry }
            },
        };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Contradictions_are_faults(string code, FrdoColumn column, Func<FrdoDocument, FrdoDocument> wrong) =>
        Refused(Of(wrong(Good)), code, column, "FRDO-3");

    [Theory]
    [InlineData("1949-12-31", true)]
    [InlineData("1950-01-01", false)]
    public void Documents_are_taken_since_1950(string issuedOn, bool refused)
    {
        var old = Good with
        {
            Entry = Paper with { IssuedOn = DateOnly.Parse(issuedOn) },
            StartsOn = new DateOnly(1949, 1, 1),
            EndsOn = new DateOnly(1949, 12, 1),
            BirthDate = new DateOnly(1920, 1, 1),
        };

        Of(old).Faults.Any(fault => fault.Error.Code == "frdo.issued-too-early").ShouldBe(refused);
    }

    [Theory]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 15, true)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 16, false)]
    [InlineData(ProgrammeKind.Retraining, 249, true)]
    [InlineData(ProgrammeKind.Retraining, 250, false)]
    public void Hours_are_as_many_as_the_kind_asks(ProgrammeKind programme, int hours, bool refused)
    {
        var kind =
            programme == ProgrammeKind.Retraining
                ? CertificateKind.RetrainingDiploma
                : CertificateKind.ProfessionalDevelopment;

        var record = Of(Good with { Kind = kind, Programme = programme, Hours = hours });

        record.Faults.Select(fault => fault.Error.Code).ShouldBe(refused ? ["frdo.too-few-hours"] : []);
    }

    [Fact]
    public void A_participation_is_not_known_to_the_register() =>
        Of(Good with { Kind = CertificateKind.Participation, Programme = ProgrammeKind.PermanentSeminar })
            .Faults.Select(fault => fault.Error.Code)
            .ShouldContain("frdo.kind-unknown");

    [Fact]
    public void An_original_has_nothing_of_another_document()
    {
        var record = Of(Good);

        (record[FrdoColumn.C], record[FrdoColumn.D]).ShouldBe(("Нет", "Нет"));
        record.Cells.Skip((int)FrdoColumn.AF).ShouldAllBe(cell => cell == null);
    }

    [Fact]
    public void A_duplicate_names_its_original()
    {
        var record = Of(Copy, Stated, new FrdoSupplement { OriginalDestroyed = true });

        record.Faults.ShouldBeEmpty();
        (record[FrdoColumn.B], record[FrdoColumn.D], record[FrdoColumn.E]).ShouldBe(
            ("Дубликат", "Обмен по причине порчи", "Да")
        );
        record
            .Cells.Skip((int)FrdoColumn.AF)
            .ShouldBe([
                "Удостоверение о повышении квалификации",
                "ПК",
                "000100",
                "3",
                "30.05.2026",
                "Тестова",
                "Анна",
                "Ивановна",
                null,
            ]);
    }

    [Fact]
    public void Loss_and_a_new_name_are_stated_with_the_package()
    {
        var lost = Copy with { Replacement = ReplacementReason.Lost };
        var renamed = Copy with { Replacement = ReplacementReason.NameChanged };

        Refused(Of(lost), "frdo.loss-proof-missing", FrdoColumn.C, "FRDO-2");
        Refused(Of(renamed), "frdo.exchange-missing", FrdoColumn.D, "FRDO-2");
        Of(lost, Stated, new FrdoSupplement { LossProof = FrdoLossProof.Police })[FrdoColumn.C]
            .ShouldBe("Справка из органов внутренних дел");
        Of(renamed, Stated, new FrdoSupplement { Exchange = FrdoExchange.Inaccurate })[FrdoColumn.D]
            .ShouldBe("Обмен по причине наличия недостоверной информации");
    }

    [Fact]
    public void A_document_without_series_or_patronymic_says_what_was_agreed()
    {
        var bare = Good with { Entry = Paper with { Series = null, Patronymic = null } };

        Of(bare)[FrdoColumn.F].ShouldBe("Нет");
        Of(bare)[FrdoColumn.X].ShouldBeNull();
        Of(bare, Stated with { AbsentPatronymic = "-Нет-" })[FrdoColumn.X].ShouldBe("Нет");
    }

    public static TheoryData<FrdoColumn, Func<FrdoDocument, FrdoDocument>, string> Characters =>
        new()
        {
            { FrdoColumn.V, d => d with { Entry = d.Entry with { LastName = "Smith" } }, "Smith" },
            { FrdoColumn.W, d => d with { Entry = d.Entry with { FirstName = "Анна1" } }, "1" },
            { FrdoColumn.X, d => d with { Entry = d.Entry with { Patronymic = "Ивановна_" } }, "_" },
            { FrdoColumn.K, d => d with { Title = "Курс «А» + Б!" }, "+!" },
            { FrdoColumn.F, d => d with { Entry = d.Entry with { Series = "ПК№" } }, "№" },
            { FrdoColumn.G, d => d with { Entry = d.Entry with { BlankNumber = "1_2" } }, "_" },
        };

    [Theory]
    [MemberData(nameof(Characters))]
    public void What_cannot_be_normalised_is_refused(
        FrdoColumn column,
        Func<FrdoDocument, FrdoDocument> wrong,
        string symbols
    )
    {
        var fault = Of(wrong(Good)).Faults.ShouldHaveSingleItem();

        (fault.Column, fault.Error.Code).ShouldBe((column, "frdo.wrong-characters"));
        fault.Error.Params["symbols"].ShouldBe(string.Concat(symbols.Distinct()));
    }

    [Fact]
    public void What_is_too_long_is_refused() =>
        Refused(Of(Good with { Title = new string('а', 256) }), "frdo.too-long", FrdoColumn.K, "FRDO-4");

    [Theory]
    [InlineData("112-233-445 95", true)]
    [InlineData("11223344595", true)]
    [InlineData("087-654-303 00", true)]
    [InlineData("112-233-445 96", false)]
    [InlineData("112-233-445 9", false)]
    [InlineData("000-000-000 00", false)]
    public void The_checksum_of_snils_is_checked(string snils, bool valid)
    {
        var record = Of(Good with { Snils = snils });

        record
            .Faults.Select(fault => (fault.Error.Code, fault.Column))
            .ShouldBe(valid ? [] : [("frdo.snils-wrong", (FrdoColumn?)FrdoColumn.AA)]);
        if (valid)
        {
            record[FrdoColumn.AA]!.Length.ShouldBe(14);
        }
    }

    private static FrdoRecord Of(
        FrdoDocument document,
        FrdoStatement? statement = null,
        FrdoSupplement? supplement = null
    ) => FrdoRecord.Of(document, statement ?? Stated, supplement ?? FrdoSupplement.None, Norms, Today);

    private static void Refused(FrdoRecord record, string code, FrdoColumn column, string rule)
    {
        var fault = record.Faults.FirstOrDefault(fault => fault.Error.Code == code);
        fault.ShouldNotBeNull(string.Join(", ", record.Faults.Select(fault => fault.Error.Code)));
        (fault.Column, fault.Error.Rule!.Code).ShouldBe((column, rule));
    }

    [Fact]
    public void What_is_not_valid_or_was_delivered_is_not_delivered()
    {
        FrdoDelivery.Hindrances(CertificateState.Valid, inPackage: false).ShouldBeEmpty();
        FrdoDelivery.Hindrances(CertificateState.Annulled, inPackage: false).ShouldBe([FrdoErrors.NotValid]);
        FrdoDelivery.Hindrances(CertificateState.Valid, inPackage: true).ShouldBe([FrdoErrors.Delivered]);
    }
}
