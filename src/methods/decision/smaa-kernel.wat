;; The innermost work of stochastic acceptability: drawing weights, scoring, and telling who stands before whom.
;; Bit for bit what exponential.ts, smaa-draws.ts (free weights), smaa-scores.ts and smaa-tally.ts say in TypeScript;
;; two draws are scored at once, one a lane, each added up in the order of the criteria.
;;
;; Memory from 0: what a place is worth in each of the 256 strips of the exponential, from 2048: the places from which
;; the curve has to be asked (both f64). Everything else lies where the caller says.
(module
	(import "caller" "memory" (memory 1))
	;; A draw at the edge of a strip, seldom: strip, draw -> draw. It calls `next`.
	(import "caller" "atTheEdge" (func $atTheEdge (param i32 f64) (result f64)))

	;; State of xoroshiro128+ (Blackman, D. and Vigna, S. (2018), 24, 16, 37), as pure-rand runs it: 32 bits a step.
	(global $s0 (mut i64) (i64.const 0))
	(global $s1 (mut i64) (i64.const 0))

	(func (export "start") (param $high0 i32) (param $low0 i32) (param $high1 i32) (param $low1 i32)
		(global.set $s0
			(i64.or
				(i64.shl (i64.extend_i32_u (local.get $high0)) (i64.const 32))
				(i64.extend_i32_u (local.get $low0))))
		(global.set $s1
			(i64.or
				(i64.shl (i64.extend_i32_u (local.get $high1)) (i64.const 32))
				(i64.extend_i32_u (local.get $low1)))))

	(func (export "next") (result i32)
		(local $bits i32)
		(local $both i64)
		(local.set $bits (i32.wrap_i64 (i64.add (global.get $s0) (global.get $s1))))
		(local.set $both (i64.xor (global.get $s0) (global.get $s1)))
		(global.set $s0
			(i64.xor
				(i64.xor (i64.rotl (global.get $s0) (i64.const 24)) (local.get $both))
				(i64.shl (local.get $both) (i64.const 16))))
		(global.set $s1 (i64.rotl (local.get $both) (i64.const 37)))
		(local.get $bits))

	;; Draws so many rows of n weights with sum 1 into memory, uniform over the simplex.
	(func (export "weigh") (param $into i32) (param $rows i32) (param $n i32)
		(local $end i32)
		(local $start i32)
		(local $last i32)
		(local $bits i32)
		(local $strip i32)
		(local $s0 i64)
		(local $s1 i64)
		(local $both i64)
		(local $place f64)
		(local $part f64)
		(local $total f64)
		(local.set $n (i32.shl (local.get $n) (i32.const 3)))
		(local.set $last (i32.add (local.get $into) (i32.mul (local.get $rows) (local.get $n))))
		(local.set $s0 (global.get $s0))
		(local.set $s1 (global.get $s1))
		(block $done
			(loop $row
				(br_if $done (i32.ge_u (local.get $into) (local.get $last)))
				(local.set $start (local.get $into))
				(local.set $end (i32.add (local.get $into) (local.get $n)))
				(local.set $total (f64.const 0))
				(loop $draw
					;; As `next`, but with the state at hand: a call a weight would cost as much as the weight.
					(local.set $bits (i32.wrap_i64 (i64.add (local.get $s0) (local.get $s1))))
					(local.set $both (i64.xor (local.get $s0) (local.get $s1)))
					(local.set $s0
						(i64.xor
							(i64.xor (i64.rotl (local.get $s0) (i64.const 24)) (local.get $both))
							(i64.shl (local.get $both) (i64.const 16))))
					(local.set $s1 (i64.rotl (local.get $both) (i64.const 37)))
					(local.set $strip (i32.shl (i32.shr_u (local.get $bits) (i32.const 24)) (i32.const 3)))
					(local.set $place
						(f64.add
							(f64.convert_i32_s (i32.and (local.get $bits) (i32.const 0xffffff)))
							(f64.const 0.5)))
					(local.set $part (f64.mul (local.get $place) (f64.load (local.get $strip))))
					(if (f64.ge (local.get $place) (f64.load offset=2048 (local.get $strip)))
						(then
							(global.set $s0 (local.get $s0))
							(global.set $s1 (local.get $s1))
							(local.set $part
								(call $atTheEdge (i32.shr_u (local.get $strip) (i32.const 3)) (local.get $part)))
							(local.set $s0 (global.get $s0))
							(local.set $s1 (global.get $s1))))
					(f64.store (local.get $into) (local.get $part))
					(local.set $total (f64.add (local.get $total) (local.get $part)))
					(local.set $into (i32.add (local.get $into) (i32.const 8)))
					(br_if $draw (i32.lt_u (local.get $into) (local.get $end))))
				(local.set $total (f64.div (f64.const 1) (local.get $total)))
				(loop $share
					(f64.store (local.get $start) (f64.mul (f64.load (local.get $start)) (local.get $total)))
					(local.set $start (i32.add (local.get $start) (i32.const 8)))
					(br_if $share (i32.lt_u (local.get $start) (local.get $end))))
				(br $row)))
		(global.set $s0 (local.get $s0))
		(global.set $s1 (local.get $s1)))

	;; Scores so many pairs of draws. `values` holds an even number of rows, `lanes` room for the scores of one pair.
	(func (export "score")
		(param $values i32) (param $weights i32) (param $scores i32) (param $lanes i32)
		(param $pairs i32) (param $m i32) (param $n i32)
		(local $row i32)
		(local $rows i32)
		(local $lane i32)
		(local $column i32)
		(local $weight v128)
		(local $one v128)
		(local $two v128)
		(local.set $n (i32.shl (local.get $n) (i32.const 3)))
		(local.set $rows
			(i32.add (local.get $values)
				(i32.mul (local.get $n) (i32.and (i32.add (local.get $m) (i32.const 1)) (i32.const -2)))))
		(block $done
			(loop $pair
				(br_if $done (i32.eqz (local.get $pairs)))
				(local.set $row (local.get $values))
				(local.set $lane (local.get $lanes))
				(loop $two_rows
					(local.set $one (v128.const i64x2 0 0))
					(local.set $two (v128.const i64x2 0 0))
					(local.set $column (i32.const 0))
					(loop $each
						(local.set $weight
							(v128.load64_lane 1
								(i32.add (i32.add (local.get $weights) (local.get $n)) (local.get $column))
								(v128.load64_zero (i32.add (local.get $weights) (local.get $column)))))
						(local.set $one
							(f64x2.add (local.get $one)
								(f64x2.mul (local.get $weight)
									(v128.load64_splat (i32.add (local.get $row) (local.get $column))))))
						(local.set $two
							(f64x2.add (local.get $two)
								(f64x2.mul (local.get $weight)
									(v128.load64_splat
										(i32.add (i32.add (local.get $row) (local.get $n)) (local.get $column))))))
						(local.set $column (i32.add (local.get $column) (i32.const 8)))
						(br_if $each (i32.lt_u (local.get $column) (local.get $n))))
					(v128.store (local.get $lane) (local.get $one))
					(v128.store offset=16 (local.get $lane) (local.get $two))
					(local.set $lane (i32.add (local.get $lane) (i32.const 32)))
					(local.set $row (i32.add (local.get $row) (i32.shl (local.get $n) (i32.const 1))))
					(br_if $two_rows (i32.lt_u (local.get $row) (local.get $rows))))
				;; From a lane a draw to a row a draw.
				(local.set $lane (local.get $lanes))
				(local.set $column (i32.shl (local.get $m) (i32.const 3)))
				(local.set $row (i32.add (local.get $scores) (local.get $column)))
				(loop $spread
					(local.set $one (v128.load (local.get $lane)))
					(v128.store64_lane 0 (local.get $scores) (local.get $one))
					(v128.store64_lane 1 (i32.add (local.get $scores) (local.get $column)) (local.get $one))
					(local.set $lane (i32.add (local.get $lane) (i32.const 16)))
					(local.set $scores (i32.add (local.get $scores) (i32.const 8)))
					(br_if $spread (i32.lt_u (local.get $scores) (local.get $row))))
				(local.set $scores (i32.add (local.get $scores) (local.get $column)))
				(local.set $weights (i32.add (local.get $weights) (i32.shl (local.get $n) (i32.const 1))))
				(local.set $pairs (i32.sub (local.get $pairs) (i32.const 1)))
				(br $pair))))

	;; Writes the pattern of so many pairs of draws, one i32 a draw: a bit a pair of alternatives, 1 when the first is
	;; before; -1 when two scores differ by at most `same` of the largest.
	(func (export "compare")
		(param $scores i32) (param $patterns i32) (param $pairs i32) (param $m i32) (param $same f64)
		(local $end i32)
		(local $other i32)
		(local $own v128)
		(local $lead v128)
		(local $pattern v128)
		(local $gap v128)
		(local $size v128)
		(local $score v128)
		(local.set $m (i32.shl (local.get $m) (i32.const 3)))
		(block $done
			(loop $pair
				(br_if $done (i32.eqz (local.get $pairs)))
				(local.set $pattern (v128.const i64x2 0 0))
				(local.set $size (v128.const i64x2 0 0))
				(local.set $gap (f64x2.splat (f64.const inf)))
				(local.set $end (i32.add (local.get $scores) (local.get $m)))
				(loop $first
					(local.set $own
						(v128.load64_lane 1 (i32.add (local.get $scores) (local.get $m))
							(v128.load64_zero (local.get $scores))))
					(local.set $size (f64x2.pmax (local.get $size) (f64x2.abs (local.get $own))))
					(local.set $other (i32.add (local.get $scores) (i32.const 8)))
					(block $none
						(loop $second
							(br_if $none (i32.ge_u (local.get $other) (local.get $end)))
							(local.set $score
								(v128.load64_lane 1 (i32.add (local.get $other) (local.get $m))
									(v128.load64_zero (local.get $other))))
							(local.set $lead (f64x2.sub (local.get $own) (local.get $score)))
							(local.set $gap (f64x2.pmin (local.get $gap) (f64x2.abs (local.get $lead))))
							;; A true lane is all ones, which is -1.
							(local.set $pattern
								(i64x2.sub
									(i64x2.shl (local.get $pattern) (i32.const 1))
									(f64x2.gt (local.get $own) (local.get $score))))
							(local.set $other (i32.add (local.get $other) (i32.const 8)))
							(br $second)))
					(local.set $scores (i32.add (local.get $scores) (i32.const 8)))
					(br_if $first (i32.lt_u (local.get $scores) (local.get $end))))
				(local.set $pattern
					(v128.or (local.get $pattern)
						(v128.not
							(f64x2.gt (local.get $gap)
								(f64x2.mul (local.get $size) (f64x2.splat (local.get $same)))))))
				(v128.store32_lane 0 (local.get $patterns) (local.get $pattern))
				(v128.store32_lane offset=4 2 (local.get $patterns) (local.get $pattern))
				(local.set $patterns (i32.add (local.get $patterns) (i32.const 8)))
				(local.set $scores (i32.add (local.get $scores) (local.get $m)))
				(local.set $pairs (i32.sub (local.get $pairs) (i32.const 1)))
				(br $pair)))))
