using System.Globalization;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>A document as a row of the template, and what the register would refuse in it (FRDO-1 … FRDO-5).</summary>
public sealed class FrdoRecord
{
    private const string Russia = "643";
    private static readonly DateOnly EarliestIssue = new(1950, 1, 1);
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    private readonly string?[] _cells = new string?[FrdoTemplate.Headers.Count];
    private readonly List<FrdoFault> _faults = [];
    private readonly FrdoDocument _document;
    private readonly FrdoStatement _statement;
    private readonly FrdoSupplement _supplement;
    private readonly NormSet _norms;

    private FrdoRecord(FrdoDocument document, FrdoStatement statement, FrdoSupplement supplement, NormSet norms) =>
        (_document, _statement, _supplement, _norms) = (document, statement, supplement, norms);

    /// <summary>Forty cells, in the order of the columns; null: empty.</summary>
    public IReadOnlyList<string?> Cells => _cells;

    public IReadOnlyList<FrdoFault> Faults => _faults;

    public string? this[FrdoColumn column] => _cells[(int)column];

    public static FrdoRecord Of(
        FrdoDocument document,
        FrdoStatement statement,
        FrdoSupplement supplement,
        NormSet norms,
        DateOnly today
    )
    {
        var record = new FrdoRecord(document, statement, supplement, norms);
        record.PutKind();
        record.PutReplacement();
        record.PutProgramme();
        record.PutEducation();
        record.PutDays(today);
        record.PutPerson();
        record.PutTerms();
        return record;
    }

    private void PutKind()
    {
        Put(FrdoColumn.A, FrdoWords.Of(_document.Kind));
        Put(FrdoColumn.J, FrdoWords.Of(_document.Programme));
        if (this[FrdoColumn.A] is null)
        {
            Fault(FrdoErrors.KindUnknown);
        }
        else if (
            _document.Kind == CertificateKind.StudyReference
            && !FrdoNorms.KindsOn(_document.Entry.IssuedOn, _norms).Contains(_document.Kind)
        )
        {
            Fault(FrdoErrors.ReferenceNotDelivered);
        }

        var fits = _document.Kind switch
        {
            CertificateKind.ProfessionalDevelopment => _document.Programme == ProgrammeKind.ProfessionalDevelopment,
            CertificateKind.RetrainingDiploma => _document.Programme == ProgrammeKind.Retraining,
            _ => this[FrdoColumn.J] is not null,
        };
        if (!fits)
        {
            Fault(FrdoErrors.ProgrammeUnfit);
        }

        PutEntry(_document.Entry, FrdoColumn.F, FrdoColumn.G, FrdoColumn.I);
        PutNames(_document.Entry, FrdoColumn.V, FrdoColumn.W, FrdoColumn.X);
    }

    private void PutReplacement()
    {
        Put(FrdoColumn.C, FrdoTemplate.None);
        Put(FrdoColumn.D, FrdoTemplate.None);
        Put(FrdoColumn.E, FrdoTemplate.None);
        if (_document.Replacement is not { } reason)
        {
            Put(FrdoColumn.B, FrdoTemplate.Original);
            return;
        }

        Put(FrdoColumn.B, FrdoTemplate.Duplicate);
        Put(FrdoColumn.E, _supplement.OriginalDestroyed ? FrdoTemplate.Yes : FrdoTemplate.None);
        if (reason == ReplacementReason.Lost)
        {
            PutOr(
                FrdoColumn.C,
                _supplement.LossProof is { } proof ? FrdoWords.Of(proof) : null,
                FrdoErrors.LossProofMissing
            );
        }
        else
        {
            // The template has no word for a changed name: how such an exchange is called, the centre states.
            var exchange = reason switch
            {
                ReplacementReason.Damaged => FrdoExchange.Damaged,
                ReplacementReason.Inaccurate => FrdoExchange.Inaccurate,
                _ => _supplement.Exchange,
            };
            PutOr(FrdoColumn.D, exchange is { } known ? FrdoWords.Of(known) : null, FrdoErrors.ExchangeMissing);
        }

        if (_document.Original is not { } original)
        {
            Fault(FrdoErrors.OriginalMissing);
            return;
        }

        Put(FrdoColumn.AF, FrdoWords.Of(original.Kind));
        PutEntry(original, FrdoColumn.AG, FrdoColumn.AH, FrdoColumn.AI);
        PutNames(original, FrdoColumn.AK, FrdoColumn.AL, FrdoColumn.AM);
        Put(FrdoColumn.AJ, original.IssuedOn);
        if (original.IssuedOn >= _document.Entry.IssuedOn)
        {
            Fault(FrdoErrors.OriginalNotEarlier);
        }
    }

    private void PutProgramme()
    {
        var title = FrdoText.Title(_document.Title);
        PutOr(FrdoColumn.K, title.Length > 0 ? title : null, FrdoErrors.TitleMissing);
        Check(FrdoColumn.K, FrdoProgramme.TitleMaxLength, FrdoText.WrongInTitle);
        PutText(FrdoColumn.L, _statement.Activity);
        PutText(FrdoColumn.M, _statement.SpecialityGroup);
        if (_document.Programme == ProgrammeKind.Retraining)
        {
            PutText(FrdoColumn.N, _statement.Qualification);
        }

        Put(FrdoColumn.U, _document.Hours.ToString(CultureInfo.InvariantCulture));
        if (_document.Hours <= 0)
        {
            Fault(FrdoErrors.HoursMissing);
        }
        else if (
            _document.Kind != CertificateKind.StudyReference
            && ProgrammeNorms.LeastHours(_document.Programme, _document.Entry.IssuedOn, _norms) is { } least
            && _document.Hours < least.Hours
        )
        {
            Fault(FrdoErrors.TooFewHours(least.Hours, least.Rule));
        }
    }

    private void PutEducation()
    {
        Put(FrdoColumn.O, FrdoWords.Of(_document.Education));
        PutName(FrdoColumn.P, _supplement.DiplomaLastName);
        PutNumber(FrdoColumn.Q, _supplement.DiplomaSeries, Certificate.SeriesMaxLength);
        PutNumber(FrdoColumn.R, _supplement.DiplomaNumber, Certificate.BlankNumberMaxLength);
    }

    private void PutDays(DateOnly today)
    {
        var (starts, ends, issued) = (_document.StartsOn, _document.EndsOn, _document.Entry.IssuedOn);
        Put(FrdoColumn.H, issued);
        Put(FrdoColumn.S, Year(starts));
        Put(FrdoColumn.T, Year(ends));
        if (starts.Year > ends.Year)
        {
            Fault(FrdoErrors.YearsReversed);
        }

        if (ends.Year > issued.Year)
        {
            Fault(FrdoErrors.IssuedBeforeEnd);
        }

        if (ends.Year > today.Year)
        {
            Fault(FrdoErrors.EndsInFuture);
        }

        if (issued < EarliestIssue)
        {
            Fault(FrdoErrors.IssuedTooEarly);
        }

        if (_document.BirthDate is not { } born)
        {
            Fault(FrdoErrors.BirthDateMissing);
            return;
        }

        Put(FrdoColumn.Y, born);
        if (born < EarliestBirth)
        {
            Fault(FrdoErrors.BornTooEarly);
        }

        if (born >= starts)
        {
            Fault(FrdoErrors.BornAfterStart);
        }
    }

    private void PutPerson()
    {
        PutOr(FrdoColumn.Z, _document.Sex is { } sex ? FrdoWords.Of(sex) : null, FrdoErrors.SexMissing);
        var citizenship = FrdoText.Clean(_supplement.Citizenship ?? _statement.Citizenship);
        if (citizenship.Length > 0)
        {
            Put(FrdoColumn.AE, citizenship);
            if (citizenship.Length != 3 || !citizenship.All(char.IsAsciiDigit))
            {
                Fault(FrdoErrors.CitizenshipWrong);
            }
        }
        else if (IsFull)
        {
            Fault(FrdoErrors.CitizenshipMissing);
        }

        if (!string.IsNullOrWhiteSpace(_document.Snils))
        {
            Put(FrdoColumn.AA, Snils.TryParse(_document.Snils, out var snils) ? snils.ToString() : null);
            if (this[FrdoColumn.AA] is null)
            {
                Fault(FrdoErrors.SnilsWrong);
            }
        }
        else if (IsFull && (citizenship.Length == 0 || citizenship == Russia))
        {
            // Only a foreign citizen may have none.
            Fault(FrdoErrors.SnilsMissing);
        }
    }

    private void PutTerms()
    {
        var form = _document.Form == StudyForm.Distance ? _statement.DistanceForm : _document.Form;
        Put(FrdoColumn.AB, FrdoWords.Of(form));
        Put(FrdoColumn.AC, FrdoWords.Of(_document.Funding, _statement.Budget));

        // Whom a document was issued to has learnt with the centre itself: it certifies nobody else's education.
        Put(FrdoColumn.AD, FrdoTemplate.WithinOrganisation);
        if (IsFull && this[FrdoColumn.AB] is null)
        {
            Fault(FrdoErrors.FormMissing);
        }

        if (IsFull && this[FrdoColumn.AC] is null)
        {
            Fault(FrdoErrors.FundingMissing);
        }
    }

    /// <summary>СНИЛС, form, funding and citizenship are asked of documents issued since then (FRDO-2).</summary>
    private bool IsFull =>
        _norms.Get(FrdoNorms.FullFrom, _document.Entry.IssuedOn).AsDay() is { } since
        && _document.Entry.IssuedOn >= since;

    private void PutEntry(FrdoEntry entry, FrdoColumn series, FrdoColumn number, FrdoColumn register)
    {
        PutNumber(series, entry.Series, Certificate.SeriesMaxLength);
        _cells[(int)series] ??= FrdoTemplate.None;
        PutNumber(number, entry.BlankNumber, Certificate.BlankNumberMaxLength);
        if (this[number] is null && entry.Kind != CertificateKind.StudyReference)
        {
            Fault(FrdoErrors.NumberMissing(number));
        }

        // Digits alone: what the register asks of this number is held by its type.
        Put(register, entry.RegisterNumber.ToString(CultureInfo.InvariantCulture));
    }

    private void PutNames(FrdoEntry entry, FrdoColumn last, FrdoColumn first, FrdoColumn patronymic)
    {
        PutName(last, entry.LastName);
        PutName(first, entry.FirstName);
        PutName(
            patronymic,
            string.IsNullOrWhiteSpace(entry.Patronymic) ? _statement.AbsentPatronymic : entry.Patronymic
        );
        foreach (var column in (FrdoColumn[])[last, first])
        {
            if (this[column] is null)
            {
                Fault(FrdoErrors.NameMissing(column));
            }
        }
    }

    private void PutName(FrdoColumn column, string? name)
    {
        Put(column, FrdoText.Name(name));
        Check(column, Employee.NameMaxLength, FrdoText.WrongInName);
    }

    private void PutNumber(FrdoColumn column, string? number, int most)
    {
        Put(column, FrdoText.Clean(number));
        Check(column, most, FrdoText.WrongInNumber);
    }

    private void PutText(FrdoColumn column, string? text) => Put(column, FrdoText.Clean(text));

    private void PutOr(FrdoColumn column, string? value, FrdoFault fault)
    {
        Put(column, value);
        if (value is null)
        {
            Fault(fault);
        }
    }

    private void Put(FrdoColumn column, DateOnly day) =>
        Put(column, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));

    private void Put(FrdoColumn column, string? value) =>
        _cells[(int)column] = string.IsNullOrEmpty(value) ? null : value;

    private void Check(FrdoColumn column, int most, Func<string, string> wrong)
    {
        if (this[column] is not { } text)
        {
            return;
        }

        if (text.Length > most)
        {
            Fault(FrdoErrors.TooLong(column, most));
        }

        if (wrong(text) is { Length: > 0 } symbols)
        {
            Fault(FrdoErrors.WrongCharacters(column, symbols));
        }
    }

    private void Fault(FrdoFault fault) => _faults.Add(fault);

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);
}
