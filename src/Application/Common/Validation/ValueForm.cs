namespace MethodCenter.Application.Common.Validation;

/// <summary>How a value of a type is written; the texts give an example of each.</summary>
public enum ValueForm
{
    Text,
    Boolean,
    Integer,
    Number,
    Date,
    Time,
    Instant,
    Uuid,
    AcademicYear,
    Array,
    Object,
}
