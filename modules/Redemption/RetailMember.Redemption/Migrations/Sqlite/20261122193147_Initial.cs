using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_benefit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_benefit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_benefit_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    benefit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    left = table.Column<long>(type: "INTEGER", nullable: true),
                    voucher_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_back_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    taken_back_for = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_benefit_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_edition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_edition_calendar",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_edition_calendar", x => x.brand_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_entitlement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uses = table.Column<int>(type: "INTEGER", nullable: false),
                    used = table.Column<int>(type: "INTEGER", nullable: false),
                    pace_most = table.Column<int>(type: "INTEGER", nullable: true),
                    pace_period = table.Column<short>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revoked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement", x => x.id);
                    table.CheckConstraint("ck_redemption_entitlement_used", "used >= 0 AND used <= uses");
                });

            migrationBuilder.CreateTable(
                name: "redemption_entitlement_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cause_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    earned_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    claim_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    moved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    refusal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    taken_for_good = table.Column<bool>(type: "INTEGER", nullable: false),
                    disclosed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    disclosed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_holder",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_holder", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    done_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_granted_benefit",
                columns: table => new
                {
                    benefit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    revoked = table.Column<bool>(type: "INTEGER", nullable: false),
                    moved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_granted_benefit", x => new { x.member_id, x.benefit_id, x.source });
                });

            migrationBuilder.CreateTable(
                name: "redemption_look_up_failure",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    minute = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_look_up_failure", x => new { x.brand_id, x.caller, x.minute });
                });

            migrationBuilder.CreateTable(
                name: "redemption_merged_shelf_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    row = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_merged_shelf_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "redemption_quota",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_quota", x => new { x.member_id, x.subject, x.period });
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    stock_place = table.Column<int>(type: "INTEGER", nullable: true),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    pooled = table.Column<bool>(type: "INTEGER", nullable: false),
                    price_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    receipt_least_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    periods = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handed_out_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    disclosed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    disclosed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_share",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_share", x => new { x.order_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_picture",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_picture", x => x.reward_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_rating",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_rating", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_stock",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    supplied = table.Column<long>(type: "INTEGER", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_stock", x => new { x.reward_id, x.store_id });
                    table.CheckConstraint("ck_redemption_reward_stock_taken", "taken >= 0 AND taken <= supplied");
                });

            migrationBuilder.CreateTable(
                name: "redemption_service_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reward_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    time = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    moved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_service_day",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_day", x => x.key);
                    table.CheckConstraint("ck_redemption_service_day_taken", "taken >= 0");
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    definition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_to = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    issue_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    face_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    disclosed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    disclosed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher", x => x.id);
                    table.CheckConstraint("ck_redemption_voucher_remaining", "remaining_fen >= 0 AND remaining_fen <= face_fen");
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    definition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    cursor = table.Column<Guid>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    issued = table.Column<long>(type: "INTEGER", nullable: false),
                    refused = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_definition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_definition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    voucher_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    value_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    discount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    disclosed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_move", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_brand_id_code",
                table: "redemption_benefit",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_benefit_id_id",
                table: "redemption_benefit_use",
                columns: new[] { "benefit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_key_brand_id",
                table: "redemption_benefit_use",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_member_id_benefit_id_period",
                table: "redemption_benefit_use",
                columns: new[] { "member_id", "benefit_id", "period" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_edition_brand_id_code",
                table: "redemption_edition",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_edition_brand_id_from",
                table: "redemption_edition",
                columns: new[] { "brand_id", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_member_id",
                table: "redemption_entitlement",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_use_entitlement_id",
                table: "redemption_entitlement_use",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_brand_id_id",
                table: "redemption_gift",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_code_index",
                table: "redemption_gift",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_key_brand_id",
                table: "redemption_gift",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_member_id_id",
                table: "redemption_gift",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_id_state",
                table: "redemption_gift",
                columns: new[] { "rule_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_state_claim_until",
                table: "redemption_gift",
                columns: new[] { "state", "claim_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_brand_id_code",
                table: "redemption_gift_rule",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_granted_benefit_benefit_id_member_id",
                table: "redemption_granted_benefit",
                columns: new[] { "benefit_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_look_up_failure_minute",
                table: "redemption_look_up_failure",
                column: "minute");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_brand_id_code",
                table: "redemption_reward",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_code_index",
                table: "redemption_reward_order",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_member_id_id",
                table: "redemption_reward_order",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_reward_id_state",
                table: "redemption_reward_order",
                columns: new[] { "reward_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_state_held_until",
                table: "redemption_reward_order",
                columns: new[] { "state", "held_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_step_order_id_id",
                table: "redemption_reward_order_step",
                columns: new[] { "order_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_rating_reward_id_stars",
                table: "redemption_reward_rating",
                columns: new[] { "reward_id", "stars" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_entitlement_id",
                table: "redemption_service_booking",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_store_id_on",
                table: "redemption_service_booking",
                columns: new[] { "store_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_code_index",
                table: "redemption_voucher",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_definition_id_state",
                table: "redemption_voucher",
                columns: new[] { "definition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_issue_key_brand_id",
                table: "redemption_voucher",
                columns: new[] { "issue_key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_member_id_id",
                table: "redemption_voucher",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_state_expires_on",
                table: "redemption_voucher",
                columns: new[] { "state", "expires_on" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_batch_brand_id_id",
                table: "redemption_voucher_batch",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_definition_brand_id_code",
                table: "redemption_voucher_definition",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_move_voucher_id_id",
                table: "redemption_voucher_move",
                columns: new[] { "voucher_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_benefit");

            migrationBuilder.DropTable(
                name: "redemption_benefit_use");

            migrationBuilder.DropTable(
                name: "redemption_edition");

            migrationBuilder.DropTable(
                name: "redemption_edition_calendar");

            migrationBuilder.DropTable(
                name: "redemption_entitlement");

            migrationBuilder.DropTable(
                name: "redemption_entitlement_use");

            migrationBuilder.DropTable(
                name: "redemption_gift");

            migrationBuilder.DropTable(
                name: "redemption_gift_holder");

            migrationBuilder.DropTable(
                name: "redemption_gift_rule");

            migrationBuilder.DropTable(
                name: "redemption_granted_benefit");

            migrationBuilder.DropTable(
                name: "redemption_look_up_failure");

            migrationBuilder.DropTable(
                name: "redemption_merged_shelf_row");

            migrationBuilder.DropTable(
                name: "redemption_quota");

            migrationBuilder.DropTable(
                name: "redemption_reward");

            migrationBuilder.DropTable(
                name: "redemption_reward_order");

            migrationBuilder.DropTable(
                name: "redemption_reward_order_share");

            migrationBuilder.DropTable(
                name: "redemption_reward_order_step");

            migrationBuilder.DropTable(
                name: "redemption_reward_picture");

            migrationBuilder.DropTable(
                name: "redemption_reward_rating");

            migrationBuilder.DropTable(
                name: "redemption_reward_stock");

            migrationBuilder.DropTable(
                name: "redemption_service_booking");

            migrationBuilder.DropTable(
                name: "redemption_service_day");

            migrationBuilder.DropTable(
                name: "redemption_voucher");

            migrationBuilder.DropTable(
                name: "redemption_voucher_batch");

            migrationBuilder.DropTable(
                name: "redemption_voucher_definition");

            migrationBuilder.DropTable(
                name: "redemption_voucher_move");
        }
    }
}
