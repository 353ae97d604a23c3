using FluentValidation;

namespace MethodCenter.Application.Common.Validation;

internal sealed class ExternalKeyValidator : AbstractValidator<ExternalKey>
{
    /// <summary>Name of a neighbouring system.</summary>
    public const string SourcePattern = @"^[a-z0-9][a-z0-9.-]*\z";

    public ExternalKeyValidator()
    {
        RuleFor(key => key.Source).NotEmpty().MaximumLength(ExternalKey.SourceMaxLength).Matches(SourcePattern);
        RuleFor(key => key.Key).NotEmpty().ShortText(ExternalKey.KeyMaxLength);
    }
}
